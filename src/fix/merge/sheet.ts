import type { Entry, MapValue, Place, Template, Value } from '../../template/index.ts';
import { sharedPlaces } from './shared.ts';

/** A template's text with the habits in which it is written. */
export interface Sheet {
  readonly text: string;
  readonly isJson: boolean;
  /** The line break of its first line. */
  readonly eol: string;
  /** Blanks of one level, as the text's outline has them. */
  readonly unit: number;
  /** Blanks between a key and the dashes below it, as most of its lists have them. */
  readonly dash: number;
  /** What several places of the template share through aliases and merge keys. */
  readonly shared: readonly Place[];
}

export function sheetOf(template: Template): Sheet {
  const { text, root } = template;
  const isJson = isJsonText(text);
  const unit = unitOf(template, isJson);
  return {
    text,
    isJson,
    eol: /\r\n|\n/.exec(text)?.[0] ?? '\n',
    unit,
    dash: dashOf(text, root, unit),
    shared: sharedPlaces(template),
  };
}

function isJsonText(text: string): boolean {
  const bare = text.replace(/^\ufeff/, '');
  if (!/^\s*\{/.test(bare)) return false;
  try {
    JSON.parse(bare);
    return true;
  } catch {
    return false;
  }
}

function unitOf({ root, resources }: Template, isJson: boolean): number {
  const first = isJson ? root.entries[0]?.keyPlace : [...resources.values()][0]?.place;
  const blanks = (first?.column ?? 3) - 1;
  return blanks >= 1 && blanks <= 8 ? blanks : 2;
}

function dashOf(text: string, root: Value, unit: number): number {
  const counts = new Map<number, number>();
  const count = (value: Value): void => {
    if (value.kind === 'intrinsic') count(value.argument);
    if (value.kind === 'list') value.items.forEach(count);
    if (value.kind !== 'map') return;
    for (const entry of value.entries) {
      const { keyPlace, value: inner } = entry;
      if (inner.kind === 'list' && text[inner.place.start] === '-') {
        const blanks = inner.place.column - keyPlace.column;
        if (blanks >= 0 && blanks <= 8) counts.set(blanks, (counts.get(blanks) ?? 0) + 1);
      }
      count(inner);
    }
  };
  count(root);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? unit;
}

/** Where the line that holds an offset begins, and where it ends, without its line break. */
export function lineStart({ text }: Sheet, at: number): number {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  return start === 0 && text.startsWith('\ufeff') ? 1 : start;
}

export function lineEnd({ text }: Sheet, at: number): number {
  const end = text.indexOf('\n', at);
  if (end < 0) return text.length;
  return end > at && text[end - 1] === '\r' ? end - 1 : end;
}

export const isFlow = ({ text }: Sheet, { place }: Value): boolean =>
  text[place.start] === '{' || text[place.start] === '[';

export const inside = (inner: Place, outer: Place): boolean =>
  inner.start >= outer.start && inner.end <= outer.end;

/** Whether the entry is written in this very map: a merge key's stands elsewhere. */
export const isOwn = (map: MapValue, { keyPlace }: Entry): boolean => inside(keyPlace, map.place);

/** Behind the colon of an entry. */
export function afterColon({ text }: Sheet, { keyPlace }: Entry): number {
  const colon = /^\s*:/.exec(text.slice(keyPlace.end, keyPlace.end + 200));
  return keyPlace.end + (colon?.[0].length ?? 0);
}

/** Where the alias ends that an entry's value is; null where the value itself stands here. */
export function aliasEnd(sheet: Sheet, entry: Entry): number | null {
  const from = afterColon(sheet, entry);
  const alias = /^\s*\*[^\s,\]}]+/.exec(sheet.text.slice(from, from + 500));
  return alias === null ? null : from + alias[0].length;
}

/** Where an entry's value ends in the text. */
export function entryEnd(sheet: Sheet, map: MapValue, entry: Entry): number {
  const { value, keyPlace } = entry;
  const isHere = inside(value.place, map.place) && value.place.start >= keyPlace.end;
  return isHere ? value.place.end : (aliasEnd(sheet, entry) ?? afterColon(sheet, entry));
}

/** Whether only blanks stand before an entry on its line. */
export const startsLine = (sheet: Sheet, { keyPlace }: Entry): boolean =>
  /^[ \t]*$/.test(sheet.text.slice(lineStart(sheet, keyPlace.start), keyPlace.start));
