import type { HeaderLines } from '../cors/index.ts';

/** The value of the first line of that name (given in lower case), or null. For headers that come once. */
export function field(lines: HeaderLines, name: string): string | null {
  return lines.find(([own]) => own.toLowerCase() === name)?.[1] ?? null;
}
