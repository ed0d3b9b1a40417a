import type { Report } from './report.ts';

/**
 * The report as indented JSON with a final line feed. Characters that a terminal would act on or not show are escaped;
 * they can only stand inside strings, so that the JSON means the same.
 */
export function toJson(report: Report): string {
  const json = JSON.stringify(report, null, 2).replace(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) =>
    Array.from({ length: character.length }, (_, at) => character.charCodeAt(at))
      .map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`)
      .join(''),
  );
  return `${json}\n`;
}
