import type { Entry, MapValue, Place } from '../../template/index.ts';
import { blockLines, isBlock } from '../yaml.ts';
import type { Draft } from './draft.ts';
import { habitsOf } from './habits.ts';
import {
  type Brackets,
  blockBelow,
  flowText,
  inlineText,
  isList,
  type Manner,
  spreadText,
} from './render.ts';
import { afterColon, entryEnd, isFlow, lineStart } from './sheet.ts';
import type { Data } from './wish.ts';

/** Writes another value behind an entry's key: in the place of the old one, or below the line with its comment kept. */
export function replaceValue(
  draft: Draft,
  map: MapValue,
  entry: Entry,
  data: Data,
  how: { readonly brackets: Brackets; readonly unit: number },
): void {
  const { sheet } = draft;
  const from = afterColon(sheet, entry);
  const end = entryEnd(sheet, map, entry);
  const holder: Place = { ...entry.keyPlace, end: Math.max(end, from) };
  if (isFlow(sheet, map)) {
    const pad = /^[ \t]*/.exec(sheet.text.slice(lineStart(sheet, entry.keyPlace.start)))?.[0] ?? '';
    const old = sheet.text.slice(from, end);
    const spread = sheet.isJson && typeof data === 'object' && isSpread(draft, map);
    const text = spread ? spreadText(sheet, data, pad) : flowText(data, how.brackets);
    draft.splice(holder, from, end, (/^\s+/.exec(old)?.[0] ?? ' ') + text);
    return;
  }
  const manner: Manner = {
    ...habitsOf(sheet, map),
    quotes: oldQuotes(draft, entry),
    flowLists: isList(data) && sheet.text.slice(from, end).trimStart().startsWith('['),
    unit: how.unit,
  };
  const pad = ' '.repeat(entry.keyPlace.column - 1);
  if (typeof data === 'string' && isBlock(data)) {
    draft.splice(holder, from, end, ' |');
    draft.linesAfter(holder, end, blockLines(data, pad + ' '.repeat(how.unit)));
    return;
  }
  const inline = inlineText(data, manner);
  if (inline !== null) {
    draft.splice(holder, from, end, ` ${inline}`);
    return;
  }
  if (end > from) draft.splice(holder, from, end, '');
  draft.linesAfter(holder, end, blockBelow(sheet, data, pad, manner));
}

const oldQuotes = ({ sheet }: Draft, { value }: Entry) =>
  value.kind === 'scalar' &&
  typeof value.value === 'string' &&
  sheet.text.startsWith("'''", value.place.start)
    ? 'single'
    : 'free';

/** Whether a map in brackets stands over several lines. */
export const isSpread = ({ sheet }: Draft, { place }: MapValue): boolean =>
  sheet.text.slice(place.start, place.end).includes('\n');
