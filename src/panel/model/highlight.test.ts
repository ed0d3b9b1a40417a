import fc from 'fast-check';
import { expect, test } from 'vitest';
import { highlight } from './highlight.ts';

const languages = [
  'yaml',
  'javascript',
  'typescript',
  'python',
  'java',
  'go',
  'csharp',
  'ruby',
  'text',
] as const;

const marked = (text: string, language: (typeof languages)[number]) =>
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
  ['typescript', 'type A = `b`;', ['keyword type', 'string `b`']],
  ['python', `if "a#" in b: # c`, ['keyword if', 'string "a#"', 'keyword in', 'comment # c']],
  ['java', 'new A("\\"x"); // y', ['keyword new', 'string "\\"x"', 'comment // y']],
  ['go', 'func f() { /* a */ }', ['keyword func', 'comment /* a */']],
  ['csharp', 'foreach (var a in b) c = "d";', ['keyword foreach', 'keyword var', 'keyword in', 'string "d"']],
  ['ruby', 'return { a: "\\#{b}" } # c', ['keyword return', 'string "\\#{b}"', 'comment # c']],
  ['text', 'const "a" # b', []],
] as const)('%s %j', (language, text, expected) => {
  expect(marked(text, language)).toEqual(expected);
});

test('the tokens join to exactly the text, whatever it is', () => {
  fc.assert(
    fc.property(fc.string(), fc.constantFrom(...languages), (text, language) => {
      expect(
        highlight(text, language)
          .map((token) => token.text)
          .join(''),
      ).toBe(text);
    }),
  );
});
