import type { ListValue, Value } from '../../template/index.ts';
import type { Draft } from './draft.ts';
import { habitOf } from './habits.ts';
import { type Brackets, flowText, scalarText } from './render.ts';
import { inside, isFlow, lineEnd, lineStart } from './sheet.ts';
import type { ListWish } from './wish.ts';

/** What becomes of a list's items: which are written over, which go, and what comes behind the last one. */
interface Plan {
  readonly over: readonly { readonly item: Value; readonly index: number; readonly text: string }[];
  readonly gone: readonly number[];
  readonly added: readonly string[];
}

/** Edits a list item by item. False where its items cannot be told apart in the text, so that it must be written anew. */
export function writeList(draft: Draft, list: ListValue, wish: ListWish, brackets: Brackets): boolean {
  const { items, place } = list;
  if (items.length === 0 || items.some((item) => !inside(item.place, place) || isEmpty(item))) return false;
  const plan = planOf(list, wish);
  if (plan.gone.length === items.length) return false;
  const flow = isFlow(draft.sheet, list);
  const quotes = habitOf(draft.sheet, items);
  const textOf = (value: string) => {
    const data = wish.data?.(value) ?? value;
    if (typeof data === 'object') return flowText(data, brackets);
    return scalarText(data, { flow, json: brackets.keys === 'json', quotes });
  };
  for (const { item, text } of plan.over) {
    draft.splice(item.place, item.place.start, item.place.end, textOf(text));
  }
  const added = plan.added.map((text) => textOf(text));
  if (flow) editFlow(draft, list, plan.gone, added);
  else editBlock(draft, list, plan.gone, added);
  return true;
}

const isEmpty = ({ place }: Value) => place.end <= place.start;

function planOf({ items }: ListValue, wish: ListWish): Plan {
  const dropped = items.flatMap((item, index) => (wish.keeps(item) ? [] : [index]));
  const missing = wish.required.filter(
    (wanted) => !items.some((item) => wish.keeps(item) && wish.says(item, wanted)),
  );
  const paired = Math.min(dropped.length, missing.length);
  const over = dropped.slice(0, paired).flatMap((index, at) => {
    const item = items[index];
    const text = missing[at];
    return item === undefined || text === undefined ? [] : [{ item, index, text }];
  });
  return { over, gone: dropped.slice(paired), added: missing.slice(paired) };
}

function editBlock(
  draft: Draft,
  { items, place }: ListValue,
  gone: readonly number[],
  added: readonly string[],
) {
  for (const index of gone) {
    const item = items[index];
    if (item !== undefined) removeLines(draft, item.place.start, item.place.end, item);
  }
  if (added.length === 0) return;
  const pad = ' '.repeat(place.column - 1);
  draft.linesAfter(
    place,
    place.end,
    added.map((text) => `${pad}- ${text}`),
  );
}

/** Takes the lines out that hold a range, with the line break before them: another may be added behind. */
export function removeLines(draft: Draft, from: number, to: number, holder: Pick<Value, 'place'>): void {
  const { sheet } = draft;
  const start = lineStart(sheet, from);
  const end = lineEnd(sheet, to);
  if (start > 1) draft.splice(holder.place, breakBefore(sheet.text, start), end, '');
  else draft.splice(holder.place, start, sheet.text.startsWith('\r\n', end) ? end + 2 : end + 1, '');
}

const breakBefore = (text: string, start: number) => start - (text[start - 2] === '\r' ? 2 : 1);

function editFlow(draft: Draft, list: ListValue, gone: readonly number[], added: readonly string[]): void {
  const { items, place } = list;
  const { text } = draft.sheet;
  const removed = new Set(gone);
  const firstKept = items.findIndex((_, index) => !removed.has(index));
  for (const index of gone) {
    const item = items[index];
    const before = items[index - 1];
    const after = items[index + 1];
    if (item === undefined) continue;
    if (index > firstKept && before !== undefined) draft.splice(place, before.place.end, item.place.end, '');
    else if (after !== undefined) draft.splice(place, item.place.start, after.place.start, '');
  }
  const last = items.at(-1);
  const first = items[0];
  if (added.length === 0 || last === undefined || first === undefined) return;
  const lead = text.slice(place.start + 1, first.place.start);
  const glue = /\n/.test(lead) ? `,${/\r?\n[ \t]*$/.exec(lead)?.[0] ?? ' '}` : ', ';
  draft.splice(place, last.place.end, last.place.end, added.map((one) => glue + one).join(''));
}
