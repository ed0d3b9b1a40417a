import type { Entry, MapValue } from '../../template/index.ts';
import { type Around, bracketsOf } from './around.ts';
import type { Draft } from './draft.ts';
import { habitsOf } from './habits.ts';
import { blockEntry, flowText, type Manner, spreadText } from './render.ts';
import { isSpread } from './replace-value.ts';
import { entryEnd, isFlow, isOwn, lineEnd, lineStart, startsLine } from './sheet.ts';
import type { Data } from './wish.ts';

/** Long parts of a resource, before which a setting is easier to find, and the resources themselves. */
const later = new Set(['Resources', 'Outputs', 'DefinitionBody', 'Events']);

type Additions = readonly (readonly [string, Data])[];

/** Adds entries to a map that has some: at its end, or before the first of its long parts. */
export function addEntries(draft: Draft, map: MapValue, additions: Additions, around: Around): void {
  const own = map.entries.filter((entry) => isOwn(map, entry));
  const before = own.find(({ key }) => later.has(key)) ?? null;
  if (isFlow(draft.sheet, map)) addToFlow(draft, map, own, before, additions);
  else addToBlock(draft, map, before, additions, around);
}

function addToBlock(
  draft: Draft,
  map: MapValue,
  before: Entry | null,
  additions: Additions,
  around: Around,
): void {
  const { sheet } = draft;
  const pad = ' '.repeat(map.place.column - 1);
  const manner: Manner = { ...habitsOf(sheet, map), unit: around.unit };
  const lines = additions.flatMap(([key, data]) => blockEntry(sheet, key, data, pad, manner));
  const at = before === null ? null : lineAbove(draft, before);
  if (at === null) {
    draft.linesAfter(map.place, map.place.end, lines);
    return;
  }
  const isOutline = map.place.column === 1;
  const apart = isOutline && /\n\r?\n$/.test(sheet.text.slice(0, at));
  const text = [...lines, ...(apart ? [''] : [])].map((line) => line + sheet.eol).join('');
  draft.splice(map.place, at, at, text);
}

/** Where the entry's line begins, or the first of the comments right above it; null where it does not begin its line. */
function lineAbove(draft: Draft, { keyPlace }: Entry): number | null {
  const { sheet } = draft;
  let start = lineStart(sheet, keyPlace.start);
  if (!/^ *$/.test(sheet.text.slice(start, keyPlace.start))) return null;
  const margin = keyPlace.start - start;
  while (start > 0) {
    const above = lineStart(sheet, start - 1);
    const line = sheet.text.slice(above, start);
    if (above === start || line.search(/\S/) !== margin || line[margin] !== '#') break;
    start = above;
  }
  return start;
}

function addToFlow(
  draft: Draft,
  map: MapValue,
  own: readonly Entry[],
  before: Entry | null,
  additions: Additions,
): void {
  const { sheet } = draft;
  const brackets = bracketsOf(draft, map);
  const spread = isSpread(draft, map);
  const [first] = own;
  const pad =
    spread && first !== undefined
      ? (/^[ \t]*/.exec(sheet.text.slice(lineStart(sheet, first.keyPlace.start)))?.[0] ?? '')
      : '';
  const onOwnLines = spread && first !== undefined && startsLine(sheet, first);
  const entries = additions.map(([key, data]) => {
    const value =
      sheet.isJson && onOwnLines && typeof data === 'object'
        ? spreadText(sheet, data, pad)
        : flowText(data, brackets, habitsOf(sheet, map).quotes);
    return `${flowText(key, brackets)}: ${value}`;
  });
  const glue = onOwnLines ? `,${sheet.eol}${pad}` : ', ';
  const last = own.at(-1);
  if (before !== null) {
    const { start } = before.keyPlace;
    draft.splice(map.place, start, start, entries.map((entry) => entry + glue).join(''));
  } else if (last === undefined) {
    // Only a merge key, or nothing at all.
    const at = map.place.end - 1;
    const empty = sheet.text.slice(map.place.start + 1, at).trim() === '';
    draft.splice(map.place, at, at, (empty ? '' : ', ') + entries.join(', '));
  } else {
    addBehind(draft, map, entryEnd(sheet, map, last), entries, onOwnLines ? pad : null);
  }
}

/** Behind the last entry; a comment on its line stays there. `pad`: before each entry, where each has its line. */
function addBehind(draft: Draft, map: MapValue, end: number, entries: readonly string[], pad: string | null) {
  const { sheet } = draft;
  const rest = sheet.text.slice(end, lineEnd(sheet, end));
  if (pad !== null && /^\s*,?\s*#/.test(rest)) {
    if (!/^\s*,/.test(rest)) draft.splice(map.place, end, end, ',');
    const lines = entries.map((entry, at) => `${pad}${entry}${at < entries.length - 1 ? ',' : ''}`);
    draft.linesAfter(map.place, end, lines);
    return;
  }
  const glue = pad === null ? ', ' : `,${sheet.eol}${pad}`;
  draft.splice(map.place, end, end, entries.map((entry) => glue + entry).join(''));
}

/** Writes a map's entries anew where none of the old ones stays. */
export function rewriteMap(draft: Draft, map: MapValue, additions: Additions, around: Around): void {
  const { sheet } = draft;
  const { start, end, column } = map.place;
  if (!isFlow(sheet, map)) {
    const pad = ' '.repeat(column - 1);
    const manner: Manner = { ...habitsOf(sheet, map), unit: around.unit };
    const lines = additions.flatMap(([key, data]) => blockEntry(sheet, key, data, pad, manner));
    draft.splice(map.place, start, end, lines.join(sheet.eol).slice(pad.length));
    return;
  }
  const data = Object.fromEntries(additions);
  const pad = /^[ \t]*/.exec(sheet.text.slice(lineStart(sheet, start)))?.[0] ?? '';
  const text =
    sheet.isJson && isSpread(draft, map)
      ? spreadText(sheet, data, pad)
      : flowText(data, bracketsOf(draft, map));
  draft.splice(map.place, start, end, text);
}
