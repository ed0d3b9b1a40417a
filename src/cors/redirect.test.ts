import { describe, expect, it } from 'vitest';
import type { HeaderLines } from './headers.ts';
import { isRedirect } from './redirect.ts';
import { redirectCheck } from './redirect-check.ts';

describe('isRedirect', () => {
  it.each<[number, HeaderLines, boolean]>([
    [301, [['Location', '/a']], true],
    [302, [['LOCATION', 'https://b.test']], true],
    [303, [['location', '/a']], true],
    [307, [['location', '/a']], true],
    [
      308,
      [
        ['location', ''],
        ['location', '/a'],
      ],
      true,
    ],
    [302, [], false],
    [302, [['location', ' ']], false],
    [300, [['location', '/a']], false],
    [304, [['location', '/a']], false],
    [305, [['location', '/a']], false],
    [201, [['location', '/a']], false],
  ])('%i %j: %s', (status, headers, expected) => {
    expect(isRedirect(status, headers)).toBe(expected);
  });
});

describe('redirectCheck', () => {
  const origin = 'https://a.test';
  it.each([
    ['https://b.test/x', true, null],
    ['https://user@a.test/x', false, null],
    ['https://user@a.test/x', true, 'RedirectContainsCredentials'],
    ['https://:pass@b.test/x', false, 'RedirectContainsCredentials'],
    ['https://@b.test/x', true, null],
    ['ftp://b.test/x', true, 'CorsDisabledScheme'],
    ['myapp://callback', false, 'CorsDisabledScheme'],
    ['data:text/plain,x', true, null],
    ['about:blank', true, null],
    ['http://[bad', true, null],
  ])('%s, cross-origin already: %s → %s', (location, crossOrigin, code) => {
    const expected = code === null ? null : { code, parameter: '' };
    expect(redirectCheck({ origin, location, crossOrigin })).toEqual(expected);
  });

  it('takes every target as another origin for an opaque requester', () => {
    const refusal = redirectCheck({ origin: 'null', location: 'https://u@b.test/', crossOrigin: false });
    expect(refusal?.code).toBe('RedirectContainsCredentials');
  });
});
