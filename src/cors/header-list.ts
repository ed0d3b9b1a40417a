import type { HeaderLines } from './headers.ts';

/**
 * The value of a header, or null where no line carries it. Fetch Standard, header list "get": the values of all lines of that
 * name, in order, "separated from each other by 0x2C 0x20". So two lines `*` read `*, *`.
 */
export function headerValue(lines: HeaderLines, name: string): string | null {
  const wanted = name.toLowerCase();
  let value: string | null = null;
  for (const line of lines) {
    const lineName = line[0];
    if (lineName.length !== wanted.length) continue;
    if (lineName !== wanted && lineName.toLowerCase() !== wanted) continue;
    const trimmed = trimHttpWhitespace(line[1]);
    value = value === null ? trimmed : `${value}, ${trimmed}`;
  }
  return value;
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
