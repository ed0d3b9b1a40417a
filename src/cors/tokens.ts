import { headerValue } from './header-list.ts';
import type { HeaderLines } from './headers.ts';
import { remembered } from './remembered.ts';

const token = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;

/** Whether the text is an RFC 9110 `token`: what a method and a header name are made of. */
export function isToken(text: string): boolean {
  return token.test(text);
}

/**
 * The elements of a `#token` header such as `Access-Control-Allow-Methods`; null where it is absent, `'invalid'` where any element
 * is no token. Fetch Standard, "extract header list values"; RFC 9110 §5.6.1.2: a recipient ignores empty elements, and takes
 * spaces and tabs around elements.
 */
export function headerTokens(
  lines: HeaderLines,
  name: Lowercase<string>,
): readonly string[] | 'invalid' | null {
  const value = headerValue(lines, name);
  return value === null ? null : tokenList(value).tokens;
}

/** What the value of a `#token` header lists. */
export interface TokenList {
  readonly tokens: readonly string[] | 'invalid';
  /** In lower case. */
  readonly names: readonly string[] | 'invalid';
  /** In lower case, to look names up in: a list may be as long as a server likes. */
  readonly set: ReadonlySet<string> | 'invalid';
}

/** Reads a value as `headerTokens` does. */
export const tokenList = remembered((value): TokenList => {
  const tokens = tokensIn(value);
  if (tokens === 'invalid') return { tokens, names: tokens, set: tokens };
  const names = tokens.map((each) => each.toLowerCase());
  return { tokens, names, set: new Set(names) };
});

function tokensIn(value: string): readonly string[] | 'invalid' {
  const tokens: string[] = [];
  for (let start = 0; start <= value.length; ) {
    const comma = value.indexOf(',', start);
    const end = comma < 0 ? value.length : comma;
    const text = trimBlanks(value, start, end);
    if (text !== '') {
      if (!isToken(text)) return 'invalid';
      tokens.push(text);
    }
    start = end + 1;
  }
  return tokens;
}

function trimBlanks(text: string, from: number, to: number): string {
  let start = from;
  let end = to;
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return text.slice(start, end);
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09;
}
