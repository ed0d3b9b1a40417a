import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maxAge } from './max-age.ts';
import { profiles } from './profiles.ts';

const ages = (value: string) =>
  [profiles.standard, profiles.chromium, profiles.firefox].map((profile) =>
    maxAge([['Access-Control-Max-Age', value]], profile),
  );

describe('maxAge', () => {
  it('is 5 where the header is absent', () => {
    for (const profile of Object.values(profiles)) expect(maxAge([], profile)).toBe(5);
  });

  // Standard, Chromium, Firefox.
  it.each<[string, readonly number[]]>([
    ['600', [600, 600, 600]],
    [' 600 ', [600, 600, 600]],
    ['0', [0, 0, 0]],
    ['', [5, 5, 5]],
    ['007', [7, 7, 7]],
    ['7201', [7201, 7200, 7201]],
    ['86401', [86_401, 7200, 86_400]],
    ['-1', [5, 0, 0]],
    ['abc', [5, 5, 0]],
    ['600.5', [5, 5, 0]],
    ['1e3', [5, 5, 0]],
    ['"600"', [5, 5, 0]],
    ['600, 700', [5, 5, 0]],
  ])('%j', (value, expected) => {
    expect(ages(value)).toEqual(expected);
  });

  it('takes two lines as one value that does not parse', () => {
    const lines = [
      ['Access-Control-Max-Age', '600'],
      ['Access-Control-Max-Age', '600'],
    ] as const;
    expect(maxAge(lines, profiles.standard)).toBe(5);
  });

  it('is never negative, unsafe or above the cap', () => {
    const value = fc.oneof(fc.bigInt().map(String), fc.string());
    fc.assert(
      fc.property(value, (text) => {
        for (const profile of Object.values(profiles)) {
          const age = maxAge([['access-control-max-age', text]], profile);
          expect(
            Number.isSafeInteger(age) && age >= 0 && age <= (profile.maxAgeCap ?? Number.MAX_SAFE_INTEGER),
          ).toBe(true);
        }
      }),
    );
  });
});
