import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { profiles } from './profiles.ts';
import { isSafelistedRequestHeader } from './safelisted-header.ts';

const { standard, chromium, firefox } = profiles;

describe('isSafelistedRequestHeader', () => {
  it.each([
    ['Accept', '*/*', true],
    ['Accept', 'text/html;q=0.8, */*\t', true],
    ['Accept', '', true],
    ['Accept', 'x"y', false],
    ['Accept', 'a:b', false],
    ['Accept', 'a\u0001', false],
    ['Accept', 'a\u007f', false],
    ['Accept', 'a'.repeat(128), true],
    ['Accept', 'a'.repeat(129), false],
    ['Accept-Language', 'en-US,en;q=0.5, *', true],
    ['Accept-Language', 'en_US', false],
    ['Accept-Language', 'en@US', false],
    ['Accept-Language', 'd\u00e9', false],
    ['Accept-Language', 'en\n', false],
    ['Content-Language', 'de', true],
    ['Content-Language', 'de\tCH', false],
    ['Content-Type', 'text/plain', true],
    ['content-type', 'TEXT/PLAIN;charset=UTF-8', true],
    ['Content-Type', 'multipart/form-data; boundary=x', true],
    ['Content-Type', 'application/x-www-form-urlencoded', true],
    ['Content-Type', 'text/plain;charset="utf-8"', false],
    ['Content-Type', 'text/plain, text/html', false],
    ['Content-Type', 'application/json', false],
    ['Content-Type', 'text/plain2', false],
    ['Content-Type', '', false],
    ['Content-Type', `text/plain;${'a'.repeat(118)}`, false],
    ['Range', 'bytes=0-99', true],
    ['Range', 'bytes=-99', false],
    ['Authorization', '', false],
    ['X-Test', '1', false],
    ['Last-Event-ID', '1', false],
    ['Origin', 'https://a.test', false],
  ])('%s: %j %s', (name, value, expected) => {
    for (const profile of Object.values(profiles)) {
      expect(isSafelistedRequestHeader(name, value, profile)).toBe(expected);
    }
  });

  it.each([
    ['Accept', 'caf\u00e9'],
    ['Content-Type', 'text/plain;x=caf\u00e9'],
    ['Content-Type', 'text/plain; charset=,'],
    ['Content-Type', 'text/plain; charset=;'],
  ])('Firefox alone asks for %s: %j', (name, value) => {
    expect(isSafelistedRequestHeader(name, value, standard)).toBe(true);
    expect(isSafelistedRequestHeader(name, value, chromium)).toBe(true);
    expect(isSafelistedRequestHeader(name, value, firefox)).toBe(false);
  });

  it.each(['DPR', 'save-data', 'Sec-CH-UA-Arch', 'Viewport-Width', 'ect'])(
    'Chromium alone passes %s',
    (name) => {
      expect(isSafelistedRequestHeader(name, '1', chromium)).toBe(true);
      expect(isSafelistedRequestHeader(name, 'a'.repeat(129), chromium)).toBe(false);
      expect(isSafelistedRequestHeader(name, '1', standard)).toBe(false);
      expect(isSafelistedRequestHeader(name, '1', firefox)).toBe(false);
    },
  );

  it('never throws, and no value beyond 128 bytes is safe', () => {
    const names = fc.constantFrom(
      'accept',
      'accept-language',
      'content-language',
      'content-type',
      'range',
      'dpr',
      'x',
    );
    fc.assert(
      fc.property(
        names,
        fc.string({ unit: 'binary' }),
        fc.constantFrom(standard, chromium, firefox),
        (name, value, profile) => {
          isSafelistedRequestHeader(name, value, profile);
          expect(isSafelistedRequestHeader(name, `${'a'.repeat(129)}${value}`, profile)).toBe(false);
        },
      ),
    );
  });
});
