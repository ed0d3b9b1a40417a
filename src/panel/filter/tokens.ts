import { type Key, keyOf } from './keys.ts';
import type { NamePattern } from './term.ts';

/** One value of a key, with its place in the box's text. */
export interface ValueToken extends NamePattern {
  readonly start: number;
  readonly end: number;
}

export type TokenBody =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'regex'; readonly source: string; readonly flags: string }
  | { readonly kind: 'key'; readonly key: Key; readonly values: readonly ValueToken[] };

/** One term as it stands in the box's text: `start` to `end`, the sign included. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly negative: boolean;
  readonly body: TokenBody;
}

/** Characters of a filter that are read. */
export const longestFilter = 2000;

type Read = { readonly body: TokenBody; readonly end: number };

/**
 * Terms stand apart by white space. A term may begin with `-`; it is `"quoted"`, `/a regex/` with flags, `key:value,value` with a
 * known key, or else plain text, as in the Network panel. No text is an error.
 */
export function tokensOf(whole: string): readonly Token[] {
  const text = whole.slice(0, longestFilter);
  const tokens: Token[] = [];
  let at = skipSpace(text, 0);
  while (at < text.length) {
    const negative = text[at] === '-' && /\S/.test(text[at + 1] ?? ' ');
    const { body, end } = readBody(text, negative ? at + 1 : at);
    tokens.push({ start: at, end, negative, body });
    at = skipSpace(text, end);
  }
  return tokens;
}

function readBody(text: string, at: number): Read {
  if (text[at] === '"') {
    const { text: quoted, end } = readQuoted(text, at);
    return { body: { kind: 'text', text: quoted }, end };
  }
  return readRegex(text, at) ?? readKey(text, at) ?? readText(text, at);
}

function readText(text: string, at: number): Read {
  const end = wordEnd(text, at);
  return { body: { kind: 'text', text: text.slice(at, end) }, end };
}

/** A path is no regex: after the second slash only flags may stand. */
function readRegex(text: string, at: number): Read | null {
  if (text[at] !== '/') return null;
  let inClass = false;
  for (let close = at + 1; close < text.length; close += 1) {
    const sign = text[close];
    if (sign === '\\') close += 1;
    else if (sign === '[') inClass = true;
    else if (sign === ']') inClass = false;
    else if (sign === '/' && !inClass) {
      const source = text.slice(at + 1, close);
      const end = wordEnd(text, close);
      const flags = text.slice(close + 1, end);
      const isRegex = source !== '' && /^(?:([dgimsuvy])(?!.*\1))*$/.test(flags);
      return isRegex ? { body: { kind: 'regex', source, flags }, end } : null;
    }
  }
  return null;
}

function readKey(text: string, at: number): Read | null {
  const length = text.slice(at, at + 30).indexOf(':');
  const key = length < 0 ? null : keyOf(text.slice(at, at + length));
  if (key === null) return null;
  const values: ValueToken[] = [];
  let end = at + length;
  do {
    const value = readValue(text, end + 1);
    values.push(value);
    end = value.end;
  } while (text[end] === ',');
  return { body: { kind: 'key', key, values }, end };
}

function readValue(text: string, start: number): ValueToken {
  if (text[start] === '"') return { start, quoted: true, ...readQuoted(text, start) };
  let end = start;
  while (end < text.length && !/[\s,]/.test(text[end] ?? '')) end += 1;
  return { start, end, quoted: false, text: text.slice(start, end) };
}

/** From the quote at `at` to the next one, or to the end while it is still to be typed. `\"` and `\\` stand for what follows. */
function readQuoted(text: string, at: number): { readonly text: string; readonly end: number } {
  let quoted = '';
  let end = at + 1;
  for (; end < text.length && text[end] !== '"'; end += 1) {
    if (text[end] === '\\' && /["\\]/.test(text[end + 1] ?? '')) end += 1;
    quoted += text[end];
  }
  return { text: quoted, end: Math.min(end + 1, text.length) };
}

function skipSpace(text: string, at: number): number {
  let next = at;
  while (next < text.length && /\s/.test(text[next] ?? '')) next += 1;
  return next;
}

function wordEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && !/\s/.test(text[end] ?? '')) end += 1;
  return end;
}
