import { type ColumnId, columns } from './columns.ts';
import { bounded, type Layout, shownColumns } from './layout.ts';

/** In px, in the columns' order. */
export type Widths = readonly (readonly [ColumnId, number])[];

/**
 * How wide the shown columns are in a list of `room` px. Columns that share what is left give way first, down to what they
 * need; only then is the list wider than its room. The last column takes what none wants.
 */
export function widthsIn(layout: Layout, room: number): Widths {
  const shown = shownColumns(layout);
  const isOpen = (id: ColumnId): boolean => columns[id].share > 0;
  const wanted = (id: ColumnId): number => layout.widths[id] ?? columns[id].width;
  const taken = sum(shown.filter((id) => !isOpen(id)).map(wanted));
  const open = shown.filter(isOpen);
  const unset = open.filter((id) => layout.widths[id] === undefined);
  const set = open.filter((id) => layout.widths[id] !== undefined);
  const needed = sum(unset.map((id) => columns[id].width));
  const least = (id: ColumnId): number => Math.min(wanted(id), columns[id].width);
  const spare = room - taken - needed - sum(set.map(least));
  const more = sum(set.map((id) => wanted(id) - least(id)));
  const granted = Math.min(1, Math.max(0, spare) / Math.max(1, more));
  const setWidth = (id: ColumnId): number => least(id) + Math.floor((wanted(id) - least(id)) * granted);
  const left = room - taken - sum(set.map(setWidth)) - needed;
  const shares = sum(unset.map((id) => columns[id].share));
  const widths = shown.map((id): [ColumnId, number] => {
    if (!isOpen(id)) return [id, wanted(id)];
    if (layout.widths[id] !== undefined) return [id, setWidth(id)];
    return [id, columns[id].width + Math.floor((Math.max(0, left) * columns[id].share) / shares)];
  });
  const last = widths.at(-1);
  const unused = room - sum(widths.map(([, width]) => width));
  return last === undefined || unused <= 0 ? widths : [...widths.slice(0, -1), [last[0], last[1] + unused]];
}

/** The widths to keep so that one column is `px` wide and those before it stay as wide as they are now. */
export function resizedTo(layout: Layout, now: Widths, column: ColumnId, px: number): Layout {
  const at = now.findIndex(([id]) => id === column);
  const before = Object.fromEntries(now.slice(0, Math.max(0, at)));
  return { ...layout, widths: { ...layout.widths, ...before, [column]: bounded(px) } };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);
