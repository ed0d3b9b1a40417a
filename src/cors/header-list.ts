import type { HeaderLines } from './headers.ts';
import { remembered } from './remembered.ts';

/** Whether a line's name is `lowerCase`, a name in lower case. Names are compared without case (RFC 9110 §5.1). */
export function isNamed(name: string, lowerCase: Lowercase<string>): boolean {
  // Asked more often than anything else: most names differ in length, and those that do not differ towards their end.
  return name.length === lowerCase.length && (name === lowerCase || isSameWithoutCase(name, lowerCase));
}

/** `Access-Control-Allow-Origin`, as most servers of HTTP/1.1 write it. */
const capitalized = remembered((lowerCase) =>
  lowerCase.replace(/\b[a-z]/g, (letter) => letter.toUpperCase()),
);

/** ASCII only, as names are; without making a string of each name in another case. */
function isSameWithoutCase(name: string, lowerCase: string): boolean {
  const end = lowerCase.length - 1;
  if ((name.charCodeAt(end) | 0x20) !== (lowerCase.charCodeAt(end) | 0x20)) return false;
  // Two strings are compared many times faster than their characters one by one.
  if (name === capitalized(lowerCase)) return true;
  for (let at = name.length - 1; at >= 0; at -= 1) {
    const code = name.charCodeAt(at);
    const lower = lowerCase.charCodeAt(at);
    // The bit that makes a capital of a letter makes something else of what is none.
    if (code !== lower && (lower < 0x61 || lower > 0x7a || (code | 0x20) !== lower)) return false;
  }
  return true;
}

/** Whether any line carries the header, named in lower case. Fetch Standard, header list "contains". */
export function hasHeader(lines: HeaderLines, name: Lowercase<string>): boolean {
  for (const line of lines) if (isNamed(line[0], name)) return true;
  return false;
}

/**
 * The value of a header, named in lower case, or null where no line carries it. Fetch Standard, header list "get": the values of all lines of that
 * name, in order, "separated from each other by 0x2C 0x20". So two lines `*` read `*, *`.
 */
export function headerValue(lines: HeaderLines, name: Lowercase<string>): string | null {
  let value: string | null = null;
  for (const line of lines) if (isNamed(line[0], name)) value = joinedTo(value, line[1]);
  return value;
}

/** The value of lines of one name up to now, and of one more. */
export function joinedTo(value: string | null, more: string): string {
  const trimmed = trimHttpWhitespace(more);
  return value === null ? trimmed : `${value}, ${trimmed}`;
}

/** Fetch Standard, "normalize" a value: HTTP whitespace (tab, LF, CR, space) off both ends. Linear however long the value. */
export function trimHttpWhitespace(value: string): string {
  let start = 0;
  let end = value.length;
  while (start < end && isHttpWhitespace(value.charCodeAt(start))) start++;
  while (end > start && isHttpWhitespace(value.charCodeAt(end - 1))) end--;
  return start === 0 && end === value.length ? value : value.slice(start, end);
}

function isHttpWhitespace(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d;
}
