import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { profiles } from './profiles.ts';
import { isSafelistedRange } from './range.ts';

describe('isSafelistedRange', () => {
  it.each([
    ['bytes=0-', true],
    ['bytes=0-0', true],
    ['bytes=100-200', true],
    ['bytes=9-10', true],
    ['bytes=010-9', false],
    ['bytes=200-100', false],
    ['bytes=-500', false],
    ['bytes=-', false],
    ['bytes=', false],
    ['bytes=0', false],
    ['bytes=0-1,3-4', false],
    ['Bytes=0-1', false],
    ['bytes = 0-1', false],
    ['bytes=0 -1', false],
    ['bytes=+0-1', false],
    ['bytes=0-1 ', false],
    ['bytes=0-1\n', false],
    ['items=0-1', false],
    ['', false],
  ])('%j: %s', (value, expected) => {
    for (const profile of Object.values(profiles)) expect(isSafelistedRange(value, profile)).toBe(expected);
  });

  it.each([
    ['bytes=0-9223372036854775807', true],
    ['bytes=0-9223372036854775808', false],
    ['bytes=9223372036854775808-', false],
  ])('browsers read 64-bit bounds: %s', (value, expected) => {
    expect(isSafelistedRange(value, profiles.standard)).toBe(true);
    expect(isSafelistedRange(value, profiles.chromium)).toBe(expected);
    expect(isSafelistedRange(value, profiles.firefox)).toBe(expected);
  });

  it('compares bounds by value', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.maxSafeNat(), (start, end) => {
        expect(isSafelistedRange(`bytes=${start}-${end}`, profiles.standard)).toBe(start <= end);
      }),
    );
  });
});
