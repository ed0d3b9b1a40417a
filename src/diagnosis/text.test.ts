import fc from 'fast-check';
import { expect, test } from 'vitest';
import { list, quote, quotedList } from './text.ts';

test.each([
  ['https://app.example', '"https://app.example"'],
  ['a"b\\c', '"a\\"b\\\\c"'],
  ['line\nbreak\u0000', '"line\\u000abreak\\u0000"'],
  ['\u202eevil\u200b', '"\\u202eevil\\u200b"'],
  ['\ud800', '"\\ud800"'],
  ['ünï😀', '"ünï😀"'],
  ['', '""'],
])('quote(%j)', (value, wanted) => {
  expect(quote(value)).toBe(wanted);
});

test('quote cuts at 120 characters, never through one', () => {
  expect(quote('a'.repeat(120))).toBe(`"${'a'.repeat(120)}"`);
  expect(quote('a'.repeat(121))).toBe(`"${'a'.repeat(120)}…"`);
  expect(quote('😀'.repeat(1000))).toBe(`"${'😀'.repeat(120)}…"`);
});

test('quote leaves no control character and no bare quote', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (value) => {
      const inner = quote(value).slice(1, -1);
      expect(inner).not.toMatch(/\p{Cc}/u);
      expect(inner.replace(/\\./g, '')).not.toContain('"');
    }),
  );
});

test('lists read as a sentence', () => {
  expect(list([])).toBe('');
  expect(list(['a'])).toBe('a');
  expect(list(['a', 'b', 'c'])).toBe('a, b and c');
  expect(list(['a', 'b'], 'or')).toBe('a or b');
  expect(quotedList(Array.from({ length: 12 }, (_, i) => `h${i}`))).toMatch(/"h9" and 2 more$/);
});
