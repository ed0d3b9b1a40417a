import { type ColumnId, columnIds, columns } from './columns.ts';

/** How the user set up the list. */
export interface Layout {
  readonly hidden: readonly ColumnId[];
  /** In px, of columns that were resized. */
  readonly widths: Readonly<Partial<Record<ColumnId, number>>>;
  readonly sort: Sort | null;
  /** By API, or in one list. */
  readonly grouped: boolean;
}

export interface Sort {
  readonly column: ColumnId;
  readonly descending: boolean;
}

export const firstLayout: Layout = {
  hidden: columnIds.filter((id) => columns[id].hiddenAtFirst),
  widths: {},
  sort: null,
  grouped: true,
};

const narrowest = 28;
const widest = 2000;

const isColumn = (value: unknown): value is ColumnId => columnIds.some((id) => id === value);

/** What was kept of a layout, which another version may have written: what is not understood is as at first. */
export function parseLayout(kept: unknown): Layout {
  if (typeof kept !== 'object' || kept === null) return firstLayout;
  const of = (key: string): unknown => Reflect.get(kept, key);
  const hidden = of('hidden');
  const widths = of('widths');
  const sort = of('sort');
  return {
    hidden: Array.isArray(hidden)
      ? hidden.filter(isColumn).filter((id) => columns[id].fixed !== true)
      : firstLayout.hidden,
    widths:
      typeof widths === 'object' && widths !== null
        ? Object.fromEntries(
            Object.entries(widths).flatMap(([id, px]) =>
              isColumn(id) && typeof px === 'number' && Number.isFinite(px) ? [[id, bounded(px)]] : [],
            ),
          )
        : {},
    sort: parseSort(sort),
    grouped: of('grouped') !== false,
  };
}

function parseSort(kept: unknown): Sort | null {
  if (typeof kept !== 'object' || kept === null) return null;
  const column: unknown = Reflect.get(kept, 'column');
  return isColumn(column) ? { column, descending: Reflect.get(kept, 'descending') === true } : null;
}

/** A width that a column may have. */
export const bounded = (px: number): number => Math.round(Math.min(widest, Math.max(narrowest, px)));

/** One click sorts upwards, the next downwards, the third not at all: as the requests came. */
export function sortedBy(layout: Layout, column: ColumnId): Layout {
  if (layout.sort?.column !== column) return { ...layout, sort: { column, descending: false } };
  return { ...layout, sort: layout.sort.descending ? null : { column, descending: true } };
}

export function toggled(layout: Layout, column: ColumnId): Layout {
  if (columns[column].fixed === true) return layout;
  const hidden = layout.hidden.includes(column)
    ? layout.hidden.filter((id) => id !== column)
    : [...layout.hidden, column];
  return { ...layout, hidden };
}

export const shownColumns = ({ hidden }: Layout): readonly ColumnId[] =>
  columnIds.filter((id) => !hidden.includes(id));
