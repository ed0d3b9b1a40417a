import { describe, expect, it } from 'vitest';
import type { HeaderLines } from './headers.ts';
import { profiles } from './profiles.ts';
import { isRedirect, locationUrl, methodAfterRedirect } from './redirect.ts';
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
    expect(isRedirect(status, headers, profiles.chromium)).toBe(expected);
  });
});

it.each([
  ['standard', true],
  ['chromium', false],
  ['firefox', true],
] as const)('an empty Location redirects in %s: %s', (name, expected) => {
  expect(isRedirect(302, [['Location', ' ']], profiles[name])).toBe(expected);
});

describe('locationUrl', () => {
  it.each<[string, HeaderLines, string | null]>([
    ['absolute', [['Location', 'http://c.test/y#f']], 'http://c.test/y'],
    ['relative', [['location', ' ../z?q ']], 'https://b.test/z?q'],
    ['empty: itself', [['Location', '']], 'https://b.test/x/y'],
    [
      'the same twice',
      [
        ['Location', '/z'],
        ['location', '/z'],
      ],
      'https://b.test/z',
    ],
    [
      'two',
      [
        ['Location', '/z'],
        ['location', '/y'],
      ],
      null,
    ],
    ['none', [], null],
    ['unparsable', [['Location', 'http://[bad']], null],
  ])('%s', (_, headers, expected) => {
    expect(locationUrl('https://b.test/x/y', headers)).toBe(expected);
  });
});

it.each([
  [301, 'POST', 'GET'],
  [302, 'POST', 'GET'],
  [302, 'PUT', 'PUT'],
  [303, 'PUT', 'GET'],
  [303, 'HEAD', 'HEAD'],
  [307, 'POST', 'POST'],
  [308, 'POST', 'POST'],
])('after %i %s comes %s', (status, method, next) => {
  expect(methodAfterRedirect(status, method)).toBe(next);
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
