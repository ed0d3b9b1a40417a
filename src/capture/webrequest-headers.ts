import type { HeaderLine, HeaderLines } from '../cors/index.ts';
import type { WebRequestHeader } from './webrequest-details.ts';

/** Header lines in the order in which the browser lists them, values trimmed of HTTP whitespace (Fetch §2.2.2, normalize). */
export function webRequestHeaders(headers: readonly WebRequestHeader[] | undefined): HeaderLines {
  return (headers ?? []).map(({ name, value, binaryValue }): HeaderLine => {
    return [name, trim(value ?? isomorphic(binaryValue ?? []))];
  });
}

/** Infra's isomorphic decode: every byte is the code point of the same number. */
function isomorphic(bytes: readonly number[]): string {
  return bytes.map((byte) => String.fromCharCode(byte & 0xff)).join('');
}

/** By index: a regular expression for the end of a long run of blanks backtracks. */
function trim(value: string): string {
  let start = 0;
  let end = value.length;
  while (start < end && isHttpWhitespace(value.charCodeAt(start))) start += 1;
  while (end > start && isHttpWhitespace(value.charCodeAt(end - 1))) end -= 1;
  return value.slice(start, end);
}

function isHttpWhitespace(code: number): boolean {
  return code === 0x09 || code === 0x0a || code === 0x0d || code === 0x20;
}
