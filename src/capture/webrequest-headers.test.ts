import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { webRequestHeaders } from './webrequest-headers.ts';

describe('webRequestHeaders', () => {
  it.each([
    ['order, case and duplicates stay', [h('B', '1'), h('a', '2'), h('B', '3')], 'B:1|a:2|B:3'],
    ['values are trimmed of HTTP whitespace only', [h('a', ' \t\r\nx y\u00a0 ')], 'a:x y\u00a0'],
    ['bytes that are not UTF-8', [{ name: 'a', binaryValue: [0x20, 0x61, 0xe9, 0xff] }], 'a:aéÿ'],
    ['neither value nor bytes', [{ name: 'a' }], 'a:'],
    ['headers absent', undefined, ''],
  ])('%s', (_, headers, expected) => {
    expect(
      webRequestHeaders(headers)
        .map(([name, value]) => `${name}:${value}`)
        .join('|'),
    ).toBe(expected);
  });

  it.each([
    ['plain', 'a%41', 'a%41'],
    ['read as UTF-8', 'ü€', '\xc3\xbc\xe2\x82\xac'],
    ['no text at all', '\ud800', '\ud800'],
  ])('gives Chromium’s values back as bytes: %s', (_, value, bytes) => {
    expect(webRequestHeaders([{ name: 'a', value }], true)).toEqual([['a', bytes]]);
  });

  it('decodes every byte sequence to as many code points, apart from blanks at the ends', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0x21, max: 0xff })), (bytes) => {
        const [line] = webRequestHeaders([{ name: 'a', binaryValue: bytes }]);
        expect([...(line?.[1] ?? '')].map((char) => char.codePointAt(0))).toEqual(bytes);
      }),
    );
  });

  it('trims as a plain definition would', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(' ', '\t', '\r', '\n', 'x', '\v') }), (value) => {
        const [line] = webRequestHeaders([{ name: 'a', value }]);
        expect(line?.[1]).toBe(value.replace(/^[\t\n\r ]+|[\t\n\r ]+$/g, ''));
      }),
    );
  });
});

function h(name: string, value: string): { name: string; value: string } {
  return { name, value };
}
