import { describe, expect, it } from 'vitest';
import { exposedHeaderNames } from './exposed.ts';
import type { HeaderLines } from './headers.ts';

const response: HeaderLines = [
  ['Content-Type', 'text/plain'],
  ['Cache-Control', 'no-store'],
  ['X-Two', '2'],
  ['X-One', '1'],
  ['x-one', '1'],
  ['Set-Cookie', 'a=b'],
];
const safelisted = ['cache-control', 'content-type'];

describe('exposedHeaderNames', () => {
  it.each<[string | null, 'omit' | 'include', readonly string[]]>([
    [null, 'omit', safelisted],
    ['', 'omit', safelisted],
    ['X-ONE', 'omit', [...safelisted, 'x-one']],
    ['x-one, X-Two, X-Absent', 'include', [...safelisted, 'x-one', 'x-two']],
    ['Set-Cookie', 'omit', safelisted],
    ['*', 'omit', ['access-control-expose-headers', ...safelisted, 'x-one', 'x-two']],
    ['*, x-one', 'include', [...safelisted, 'x-one']],
    ['x-one, "x-two"', 'omit', safelisted],
  ])('%j, %s', (aceh, credentials, expected) => {
    const lines: HeaderLines =
      aceh === null ? response : [...response, ['Access-Control-Expose-Headers', aceh]];
    expect(exposedHeaderNames(lines, credentials)).toEqual(expected);
  });

  it('knows all safelisted names', () => {
    const names = [
      'Cache-Control',
      'Content-Language',
      'Content-Length',
      'Content-Type',
      'Expires',
      'Last-Modified',
      'Pragma',
    ];
    const lines = [...names, 'ETag', 'Date'].map((name) => [name, 'x'] as const);
    expect(exposedHeaderNames(lines, 'include')).toEqual(names.map((name) => name.toLowerCase()));
  });
});
