import type { Entry, MapValue, Place, Value } from '../../template/index.ts';
import { isBlock } from '../yaml.ts';
import { addEntries, rewriteMap } from './add-entries.ts';
import { type Around, bracketsOf } from './around.ts';
import type { Draft } from './draft.ts';
import { Refused, sharedByAlias } from './refused.ts';
import { type Quotes, quotesOf, scalarText } from './render.ts';
import { replaceValue } from './replace-value.ts';
import { afterColon, aliasEnd, entryEnd, inside, isFlow, isOwn, type Sheet, startsLine } from './sheet.ts';
import { becomesNothing, type Data, entryFor, fresh, type MapWish, satisfied, type Wish } from './wish.ts';
import { removeLines, writeList } from './write-list.ts';

/** Makes a map say a wish by splices of the text; what says it already is left alone. */
export function writeMap(draft: Draft, map: MapValue, wish: MapWish, around: Around): void {
  const additions: (readonly [string, Data])[] = [];
  const removals: Entry[] = [];
  const used = new Set<string>();
  for (const [key, inner] of wish.entries) {
    const entry = entryFor(map, wish, key);
    if (entry === undefined) {
      const data = fresh(inner);
      if (data !== null) additions.push([key, data]);
      continue;
    }
    used.add(entry.key);
    const sameName = entry.key === key || wish.renames !== true;
    if (!isOwn(map, entry)) {
      if (!sameName || !satisfied(entry.value, inner)) additions.push([key, overriding(entry, inner)]);
    } else if (goes(entry.value, inner)) removals.push(entry);
    else {
      if (!sameName) renameKey(draft, entry, key);
      writeEntry(draft, map, entry, inner, around);
    }
  }
  for (const entry of map.entries) {
    if (wish.names === null || used.has(entry.key) || wish.names.includes(entry.key)) continue;
    if (!isOwn(map, entry)) throw sharedByAlias(entry.keyPlace);
    removals.push(entry);
  }
  const isEmptied = removals.length > 0 && removals.length === map.entries.length;
  if (isEmptied && additions.length > 0) {
    rewriteMap(draft, map, additions, around);
    return;
  }
  for (const entry of removals) removeEntry(draft, map, entry, removals);
  if (additions.length > 0) addEntries(draft, map, additions, around);
}

/** Whether an entry goes as a whole, so that those that go beside it are taken out together with it. */
const goes = (value: Value, wish: Wish): boolean => {
  if (becomesNothing(value, wish)) return true;
  if (satisfied(value, wish) || fresh(wish) !== null) return false;
  if (wish.kind === 'list') return value.kind !== 'list';
  return wish.kind === 'map' && wish.names !== null && (value.kind !== 'map' || value.entries.length === 0);
};

/** What stands above a merge key's own: only where it can be said whole. */
function overriding(entry: Entry, wish: Wish): Data {
  const data = wish.kind === 'scalar' ? wish.data(entry.value) : fresh(wish);
  if (data === null || (wish.kind === 'map' && wish.names === null)) throw sharedByAlias(entry.keyPlace);
  return data;
}

function writeEntry(draft: Draft, map: MapValue, entry: Entry, wish: Wish, around: Around): void {
  const { value } = entry;
  const { sheet } = draft;
  if (wish.kind === 'gone' || satisfied(value, wish)) return;
  const put = (data: Data | null) => {
    const how = { brackets: bracketsOf(draft, map), unit: around.unit };
    if (data === null) removeEntry(draft, map, entry, [entry]);
    else replaceValue(draft, map, entry, data, how);
  };
  if (aliasEnd(sheet, entry) !== null && !isHere(map, entry)) put(overriding(entry, wish));
  else if (wish.kind === 'scalar') writeScalar(draft, map, entry, wish.data(value), put);
  else if (wish.kind === 'list') {
    if (value.kind !== 'list' || !writeList(draft, value, wish, bracketsOf(draft, map))) put(fresh(wish));
  } else if (value.kind === 'map' && value.entries.length > 0) {
    const below = value.place.column - entry.keyPlace.column;
    const unit = !isFlow(sheet, value) && below > 0 && below <= 8 ? below : around.unit;
    writeMap(draft, value, wish, { unit });
  } else {
    const isNothing = value.kind === 'map' || (value.kind === 'scalar' && value.value === null);
    if (wish.names === null && !isNothing) throw functionInTheWay(value, entry);
    put(fresh(wish));
  }
}

/** In the old one's quotes, where one stands there. */
function writeScalar(draft: Draft, map: MapValue, entry: Entry, data: Data, put: (data: Data) => void): void {
  const { sheet } = draft;
  const { value } = entry;
  const { start, end } = value.place;
  if (
    value.kind !== 'scalar' ||
    typeof data === 'object' ||
    end <= start ||
    !isHere(map, entry) ||
    (typeof data === 'string' && isBlock(data) && !isFlow(sheet, map))
  ) {
    put(data);
    return;
  }
  const quotes = writtenQuotes(sheet, value, data);
  const how = { quotes, flow: isFlow(sheet, map), json: sheet.isJson };
  draft.splice(value.place, start, end, scalarText(data, how));
}

/** The old value's quotes; single ones around single ones only where they stood so. */
function writtenQuotes(sheet: Sheet, { place: { start } }: Value, data: Data): Quotes {
  const quotes = quotesOf(sheet, start);
  const doubles = typeof data === 'string' && data.includes("'") && !sheet.text.startsWith("'''", start);
  return quotes === 'single' && doubles ? 'double' : quotes;
}

const functionInTheWay = (value: Value, { key, keyPlace }: Entry) =>
  new Refused(
    'setting-is-a-function',
    value.kind === 'intrinsic' ? value.place : keyPlace,
    `Write ${key} as a map of its own; functions may stand for single values in it.`,
  );

const isHere = (map: MapValue, { value, keyPlace }: Entry) =>
  inside(value.place, map.place) && value.place.start >= keyPlace.end;

function renameKey(draft: Draft, { keyPlace }: Entry, key: string): void {
  const { sheet } = draft;
  const text = scalarText(key, { quotes: quotesOf(sheet, keyPlace.start), json: sheet.isJson });
  draft.splice(keyPlace, keyPlace.start, keyPlace.end, text);
}

/** Takes an entry out, with the lines or the comma that go with it. `removals`: all that go. */
function removeEntry(draft: Draft, map: MapValue, entry: Entry, removals: readonly Entry[]): void {
  const { sheet } = draft;
  const end = entryEnd(sheet, map, entry);
  const holder: Place = { ...entry.keyPlace, end: Math.max(end, entry.keyPlace.end) };
  const own = map.entries.filter((one) => isOwn(map, one));
  if (!isFlow(sheet, map)) {
    if (!startsLine(sheet, entry) || own.length <= removals.length)
      throw new Refused(
        'value-not-writable',
        entry.keyPlace,
        `Take ${entry.key} out by hand, then merge again.`,
      );
    removeLines(draft, entry.keyPlace.start, Math.max(end, afterColon(sheet, entry)), { place: holder });
    return;
  }
  const index = own.indexOf(entry);
  const firstKept = own.findIndex((one) => !removals.includes(one));
  const before = own[index - 1];
  const after = own[index + 1];
  if (before !== undefined && firstKept >= 0 && index > firstKept)
    draft.splice(holder, entryEnd(sheet, map, before), end, '');
  else draft.splice(holder, entry.keyPlace.start, after?.keyPlace.start ?? end, '');
}
