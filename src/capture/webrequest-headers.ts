import type { HeaderLine, HeaderLines } from '../cors/index.ts';
import type { WebRequestHeader } from './webrequest-details.ts';

/**
 * Header lines in the order in which the browser lists them, values trimmed of HTTP whitespace (Fetch §2.2.2, normalize).
 * `isUtf8`: the browser reads values as UTF-8, as Chromium does; they are given back as the bytes that they were.
 */
export function webRequestHeaders(
  headers: readonly WebRequestHeader[] | undefined,
  isUtf8 = false,
): HeaderLines {
  return (headers ?? []).map(({ name, value, binaryValue }): HeaderLine => {
    if (value === undefined) return [name, trim(isomorphic(binaryValue ?? []))];
    return [name, trim(isUtf8 ? bytesOf(value) : value)];
  });
}

/** The UTF-8 bytes of a text, isomorphic-decoded; a text that has none stays as it is. */
function bytesOf(value: string): string {
  if (!/[^\0-\x7f]/.test(value)) return value;
  try {
    const hex = /%([0-9A-F]{2})/g;
    return encodeURIComponent(value).replace(hex, (_, byte) =>
      String.fromCharCode(Number.parseInt(byte, 16)),
    );
  } catch {
    return value;
  }
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
