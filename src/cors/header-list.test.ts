import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasHeader, headerValue, isNamed } from './header-list.ts';
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

describe('isNamed', () => {
  const lower = fc.constantFrom<Lowercase<string>[]>('x-b3', 'origin', 'access-control-max-age', 'x_y.z~1');

  it('ignores the case of every letter', () => {
    const made = lower.chain((name) =>
      fc
        .array(fc.boolean(), { minLength: name.length, maxLength: name.length })
        .map((capitals): [Lowercase<string>, string] => [
          name,
          Array.from(name, (letter, at) => (capitals[at] ? letter.toUpperCase() : letter)).join(''),
        ]),
    );
    fc.assert(
      fc.property(made, ([name, written]) => {
        expect(isNamed(written, name)).toBe(true);
      }),
    );
  });

  it.each([
    ['x-\u0013', 'x-3'],
    ['x\r3', 'x-3'],
    ['\u212aeep', 'keep'],
    ['x_y', 'x\u007fy'],
    ['x^y', 'x~y'],
    ['x-a', 'x-b'],
  ] as const)('%j is not %j', (name, lower) => {
    expect(isNamed(name, lower)).toBe(false);
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
