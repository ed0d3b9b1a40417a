import fc from 'fast-check';
import { expect, test } from 'vitest';
import { highlight } from './highlight.ts';

const marked = (text: string, language: 'yaml' | 'javascript' | 'text') =>
  highlight(text, language)
    .filter(({ kind }) => kind !== 'plain')
    .map(({ kind, text: token }) => `${kind} ${token}`);

test.each([
  [
    'yaml',
    `Cors:\n  AllowOrigin: "'http://a:1'" # why`,
    ['key Cors', 'key AllowOrigin', `string "'http://a:1'"`, 'comment # why'],
  ],
  ['yaml', '- Allow: true', ['key Allow', 'keyword true']],
  ['yaml', 'a: b#c', ['key a']],
  [
    'javascript',
    `const a = { 'b': "c\\"d" }; // e`,
    ['keyword const', `string 'b'`, 'string "c\\"d"', 'comment // e'],
  ],
  ['text', 'const "a" # b', []],
] as const)('%s %j', (language, text, expected) => {
  expect(marked(text, language)).toEqual(expected);
});

test('the tokens join to exactly the text, whatever it is', () => {
  fc.assert(
    fc.property(fc.string(), fc.constantFrom('yaml', 'javascript', 'text'), (text, language) => {
      expect(
        highlight(text, language)
          .map((token) => token.text)
          .join(''),
      ).toBe(text);
    }),
  );
});
