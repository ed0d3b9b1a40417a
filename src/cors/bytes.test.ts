import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byteLength, hasHighByte, hasUnsafeByte, utf8Text } from './bytes.ts';

describe('byteLength', () => {
  it.each([
    ['', 0],
    ['abc', 3],
    ['\u00e9', 1],
    ['\u00ff'.repeat(128), 128],
    ['\u0100', 2],
    ['\u20ac', 3],
    ['\u{1f600}', 4],
    ['\u00e9\u20ac', 5],
    ['\ud800', 3],
  ])('%j: %i', (value, expected) => {
    expect(byteLength(value)).toBe(expected);
  });

  it('is the UTF-8 length of text that holds a character beyond one byte', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const wide = `${text}\u0100`;
        expect(byteLength(wide)).toBe(new TextEncoder().encode(wide).length);
      }),
    );
  });
});

describe('hasUnsafeByte', () => {
  // Fetch Standard, "CORS-unsafe request-header byte".
  const unsafe = new Set([...Array(0x20).keys(), 0x7f, ...[...'"():<>?@[\\]{}'].map((c) => c.charCodeAt(0))]);
  unsafe.delete(0x09);

  it('knows every byte', () => {
    for (let byte = 0; byte <= 0xff; byte++) {
      const value = `a${String.fromCharCode(byte)}b`;
      expect([byte, hasUnsafeByte(value)]).toEqual([byte, unsafe.has(byte)]);
      expect([byte, hasHighByte(value)]).toEqual([byte, byte >= 0x80]);
    }
  });
});

describe('utf8Text', () => {
  it.each([
    ['plain', 'a%b', 'a%b'],
    ['bytes of UTF-8', 'b\xc3\xbccher', 'bücher'],
    ['bytes that are none', 'b\xfccher', null],
    ['text that a source decoded', 'bücher €', 'bücher €'],
    ['a surrogate encoded as bytes', '\xed\xa0\x80', null],
  ])('%s', (_, value, text) => {
    expect(utf8Text(value)).toBe(text);
  });
});
