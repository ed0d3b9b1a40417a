import type { Report } from './report.ts';

/** More exchanges than these stand on one line each: indented, a large report would be twice as long. */
const mostIndented = 1_000;

/**
 * The report as indented JSON with a final line feed. Characters that a terminal would act on or not show are escaped;
 * they can only stand inside strings, so that the JSON means the same.
 */
export function toJson(report: Report): string {
  return [...jsonParts(report)].join('');
}

/** The same in pieces, so that a large one can be written bit by bit. */
export function* jsonParts(report: Report): Generator<string> {
  const indented = report.exchanges.length <= mostIndented;
  let between = '{';
  for (const [name, value] of Object.entries(report)) {
    if (value === undefined) continue;
    yield `${between}\n  ${JSON.stringify(name)}: `;
    between = ',';
    if (name === 'exchanges' && Array.isArray(value) && value.length > 0) yield* items(value, indented);
    else yield textOf(value, true, '  ');
  }
  yield '\n}\n';
}

function* items(list: readonly unknown[], indented: boolean): Generator<string> {
  for (const [index, item] of list.entries())
    yield `${index === 0 ? '[' : ','}\n    ${textOf(item, indented, '    ')}`;
  yield '\n  ]';
}

function textOf(value: unknown, indented: boolean, indent: string): string {
  const json = (indented ? JSON.stringify(value, null, 2) : JSON.stringify(value)).replaceAll(
    '\n',
    `\n${indent}`,
  );
  return json.replace(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) =>
    Array.from({ length: character.length }, (_, at) => character.charCodeAt(at))
      .map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`)
      .join(''),
  );
}
