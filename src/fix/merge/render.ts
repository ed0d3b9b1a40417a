import { blockLines, isBlock, yamlString } from '../yaml.ts';
import type { Sheet } from './sheet.ts';
import type { Data } from './wish.ts';

/** How a scalar beside is quoted. */
export type Quotes = 'double' | 'single' | 'free' | 'needed-single';

type Scalar = string | number | boolean;

export const quotesOf = ({ text }: Sheet, start: number): Quotes =>
  text[start] === '"' ? 'double' : text[start] === "'" ? 'single' : 'free';

/** One scalar in its language's own escaping. `flow`: within brackets, where fewer texts can do without quotes. */
export function scalarText(value: Scalar, how: { quotes?: Quotes; flow?: boolean; json?: boolean }): string {
  if (typeof value !== 'string') return String(value);
  if (how.json === true) return JSON.stringify(value);
  const { quotes = 'free' } = how;
  const text = yamlString(value);
  const bare = !text.startsWith('"') && !(how.flow === true && !/^[A-Za-z][\w-]*$/.test(value));
  if (bare && (quotes === 'free' || quotes === 'needed-single')) return text;
  const single = quotes === 'single' || (quotes === 'needed-single' && !value.includes("'"));
  if (single && /^[\x20-\x7e]+$/.test(value)) return `'${value.replaceAll("'", "''")}'`;
  return text.startsWith('"') ? text : `"${text}"`;
}

/** A key: plain where its letters, digits, dots and dashes can be nothing else. */
const keyText = (key: string, quoted: boolean): string =>
  quoted ? `"${key}"` : /^[a-z][\w.-]*\.[\w.-]*[A-Za-z]$/.test(key) ? key : yamlString(key);

export const isList = (data: Data): data is readonly Data[] => Array.isArray(data);

const isScalar = (data: Data): data is Scalar => typeof data !== 'object';

/** A reference, or a function of a list, in CloudFormation's short form; null for every other map. */
function shortForm(data: { readonly [key: string]: Data }): string | null {
  const [first, another] = Object.entries(data);
  if (first === undefined || another !== undefined) return null;
  const [name, argument] = first;
  if (name === 'Ref' && typeof argument === 'string') return `!Ref ${yamlString(argument)}`;
  return /^Fn::[A-Za-z]+$/.test(name) && isList(argument) ? `!${name.slice(4)} ${flowText(argument)}` : null;
}

/** How one value is written: its quotes, and whether lists of scalars stand in brackets. */
export interface Manner {
  readonly quotes: Quotes;
  readonly flowLists: boolean;
  readonly quotedKeys: boolean;
  readonly unit: number;
}

/** Lines of an entry in a block map whose keys stand at `pad`. */
export function blockEntry(
  sheet: Sheet,
  key: string,
  data: Data,
  pad: string,
  manner: Manner,
): readonly string[] {
  const head = `${pad}${keyText(key, manner.quotedKeys)}:`;
  if (typeof data === 'string' && isBlock(data))
    return [`${head} |`, ...blockLines(data, pad + ' '.repeat(manner.unit))];
  const inline = inlineText(data, manner);
  return inline !== null ? [`${head} ${inline}`] : [head, ...blockBelow(sheet, data, pad, manner)];
}

/** What stands behind a block map's colon on the same line; null where it goes below. */
export function inlineText(data: Data, { quotes, flowLists }: Manner): string | null {
  if (isScalar(data)) return scalarText(data, { quotes });
  if (isList(data)) {
    if (data.length === 0) return '[]';
    return flowLists && data.every(isScalar) ? flowText(data) : null;
  }
  return shortForm(data);
}

/** The lines of a list or map below the key at `pad`. */
export function blockBelow(sheet: Sheet, data: Data, pad: string, manner: Manner): readonly string[] {
  if (isScalar(data)) return [];
  if (isList(data)) {
    const dash = `${pad}${' '.repeat(sheet.dash)}- `;
    return data.map((item) =>
      isScalar(item) ? dash + scalarText(item, { quotes: manner.quotes }) : dash + flowText(item),
    );
  }
  const inner = pad + ' '.repeat(manner.unit);
  return Object.entries(data).flatMap(([key, value]) =>
    blockEntry(sheet, key, value, inner, { ...manner, flowLists: false }),
  );
}

/** How a map in brackets is written. */
export interface Brackets {
  /** Keys and texts: quoted as needed, as the keys beside are, or as JSON. */
  readonly keys: 'free' | 'quoted' | 'json';
  /** Blanks within the braces. */
  readonly spaced: boolean;
}

const bare: Brackets = { keys: 'free', spaced: false };

/** On one line, in brackets. */
export function flowText(data: Data, brackets = bare, quotes: Quotes = 'free'): string {
  if (isScalar(data)) return flowScalar(data, brackets, quotes);
  if (isList(data)) return `[${data.map((item) => flowText(item, brackets, quotes)).join(', ')}]`;
  const short = brackets.keys === 'free' ? shortForm(data) : null;
  if (short !== null) return short;
  const entries = Object.entries(data).map(
    ([key, value]) => `${flowScalar(key, brackets, 'free')}: ${flowText(value, brackets, quotes)}`,
  );
  const gap = brackets.spaced ? ' ' : '';
  return entries.length === 0 ? '{}' : `{${gap}${entries.join(', ')}${gap}}`;
}

const flowScalar = (value: Scalar, brackets: Brackets, quotes: Quotes): string =>
  scalarText(value, {
    flow: true,
    json: brackets.keys === 'json',
    quotes: brackets.keys === 'quoted' ? 'double' : quotes,
  });

/** JSON over several lines; `pad` stands before the line that holds its opening bracket. */
export function spreadText(sheet: Sheet, data: Data, pad: string): string {
  const tab = /\n\t/.test(sheet.text) ? '\t' : sheet.unit;
  return JSON.stringify(data, null, tab).split('\n').join(`${sheet.eol}${pad}`);
}
