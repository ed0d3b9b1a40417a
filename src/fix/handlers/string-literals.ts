/*
 * One string literal for each language of a handler, in printable ASCII: everything else, the quote, the backslash and
 * what the language would read inside a literal are escaped, so that no value from a capture can end it.
 */

/** Read alike by all of these languages. */
const short: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

const unit = (code: number): string => `\\u${code.toString(16).padStart(4, '0')}`;
const wide = (code: number): string => `\\U${code.toString(16).padStart(8, '0')}`;

/** JavaScript and TypeScript, by UTF-16 unit, as lone surrogates may stand in their strings. */
export const jsString = (value: string): string => literal(value.split(''), unit);

/** C#: the same escapes; `{` is nothing special in a literal without `$`. */
export const csharpString = (value: string): string => jsString(value);

/** Java reads `\u0022` as a quote before it looks for literals, so what is below U+0100 goes by its octal escape. */
export const javaString = (value: string): string =>
  literal(value.split(''), (code) => (code < 0x100 ? `\\${code.toString(8).padStart(3, '0')}` : unit(code)));

/** Python: a surrogate pair by its two units would be two characters. */
export const pythonString = (value: string): string =>
  literal(value, (code) => (code > 0xffff ? wide(code) : unit(code)));

/** Go: strings are UTF-8 and a surrogate does not compile, so a lone one becomes U+FFFD, as browsers send it. */
export const goString = (value: string): string =>
  literal(value, (code) => (code > 0xffff ? wide(code) : unit(scalar(code))));

/** Ruby: `#` may begin an interpolation; surrogates as in Go. */
export const rubyString = (value: string): string =>
  literal(value, (code) => (code > 0xffff ? `\\u{${code.toString(16)}}` : unit(scalar(code))), {
    '#': '\\#',
  });

const scalar = (code: number): number => (code >= 0xd800 && code <= 0xdfff ? 0xfffd : code);

function literal(
  characters: Iterable<string>,
  escaped: (code: number) => string,
  more: Readonly<Record<string, string>> = {},
): string {
  let text = '"';
  for (const character of characters) {
    const known = short[character] ?? more[character];
    text += known ?? (/^[\x20-\x7e]$/.test(character) ? character : escaped(character.codePointAt(0) ?? 0));
  }
  return `${text}"`;
}
