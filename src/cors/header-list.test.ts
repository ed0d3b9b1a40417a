import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasHeader, headerValue } from './header-list.ts';
import type { HeaderLines } from './headers.ts';

describe('headerValue', () => {
  it.each<[string, HeaderLines, string | null]>([
    ['absent', [['Vary', 'Origin']], null],
    ['one line', [['Access-Control-Allow-Origin', '*']], '*'],
    ['another case', [['ACCESS-CONTROL-ALLOW-ORIGIN', '*']], '*'],
    ['an empty value', [['access-control-allow-origin', '']], ''],
    [
      'two lines joined',
      [
        ['Access-Control-Allow-Origin', '*'],
        ['Vary', 'Origin'],
        ['access-control-allow-origin', '*'],
      ],
      '*, *',
    ],
    [
      'an empty line beside another',
      [
        ['access-control-allow-origin', ''],
        ['access-control-allow-origin', '*'],
      ],
      ', *',
    ],
    ['HTTP whitespace around', [['access-control-allow-origin', ' \t*\r\n ']], '*'],
    ['whitespace that is not HTTP’s stays', [['access-control-allow-origin', '*\u00a0']], '*\u00a0'],
    ['a name that only begins alike', [['access-control-allow-origins', '*']], null],
  ])('%s', (_, lines, expected) => {
    expect(headerValue(lines, 'access-control-allow-origin')).toBe(expected);
  });

  it('is null exactly when no line carries the name', () => {
    const line = fc.tuple(fc.constantFrom('a', 'A', 'b'), fc.string());
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        expect(headerValue(lines, 'a') === null).toBe(lines.every(([name]) => name === 'b'));
      }),
    );
  });
});

describe('hasHeader', () => {
  const lines: HeaderLines = [
    ['Content-Type', ''],
    ['COOKIE', 'a=b'],
  ];

  it('finds a name in any case, whatever its value', () => {
    expect(hasHeader(lines, 'cookie')).toBe(true);
    expect(hasHeader(lines, 'content-type')).toBe(true);
  });

  it('finds no name that only begins or ends alike', () => {
    expect(hasHeader(lines, 'content')).toBe(false);
    expect(hasHeader(lines, 'origin')).toBe(false);
  });
});
