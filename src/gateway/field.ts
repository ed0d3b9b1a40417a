import type { HeaderLines } from '../cors/index.ts';

/** The value of the first line of that name (given in lower case), or null. For headers that come once. */
export function field(lines: HeaderLines, name: string): string | null {
  for (const [own, value] of lines) {
    // Most names differ in length, and asking that makes no string.
    if (own.length === name.length && own.toLowerCase() === name) return value;
  }
  return null;
}
