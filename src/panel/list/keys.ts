import type { PanelModel } from '../model/model.ts';
import { columns } from './columns.ts';
import { headId } from './head.tsx';
import { shownColumns, sortedBy } from './layout.ts';
import { type Cursor, lineAfter } from './list-state.ts';
import { resizedTo } from './widths.ts';
import { narrowUpTo } from './window.ts';

/** How far one key press moves a column's edge, in px. */
const step = 16;

/** What a key does in the grid; false where it means nothing here. */
export function onGridKey(event: KeyboardEvent, model: PanelModel): boolean {
  const { elsewhere, columnMenu } = model.list;
  const isMenuKey = event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey);
  if (isMenuKey && elsewhere.value?.at === 'head') {
    const head = document.getElementById(headId(elsewhere.value.column));
    const { left, bottom } = head?.getBoundingClientRect() ?? { left: 0, bottom: 0 };
    columnMenu.value = { x: left, y: bottom };
    // Or the rows' own menu would open, too.
    event.stopPropagation();
    return true;
  }
  if (event.ctrlKey || event.metaKey || event.shiftKey) return false;
  if (elsewhere.value?.at === 'head') return inHead(event, model, elsewhere.value);
  if (event.altKey) return false;
  return inLines(event.key, model);
}

function inLines(key: string, model: PanelModel): boolean {
  const { items, elsewhere, collapsed, layout, page, room, toggle } = model.list;
  const selectedId = model.selectedId.value;
  const group = elsewhere.value?.at === 'group' ? elsewhere.value.key : null;
  const current = group ?? selectedId;
  if (key === 'Enter' || key === ' ') {
    if (group !== null) toggle(group);
    else if (selectedId !== null) model.open(selectedId);
    else return false;
    return true;
  }
  if (key === 'ArrowLeft' || key === 'ArrowRight') {
    const row = items.value.find((item) => item.kind === 'row' && item.key === current);
    const of = group ?? (row?.kind === 'row' ? row.group : null);
    if (of === null) return false;
    if (key === 'ArrowLeft' && group === null) elsewhere.value = { at: 'group', key: of };
    else if (collapsed.value.has(of) === (key === 'ArrowRight')) toggle(of);
    return true;
  }
  const isFirst = current !== null && lineAfter(items.value, null, 'Home')?.key === current;
  if (key === 'ArrowUp' && isFirst && room.value > narrowUpTo) {
    const [column] = shownColumns(layout.value);
    if (column !== undefined) elsewhere.value = { at: 'head', column };
    return true;
  }
  const next = lineAfter(items.value, current, key, page.value);
  if (next === null) return false;
  elsewhere.value = next.kind === 'group' ? { at: 'group', key: next.key } : null;
  if (next.kind === 'row') model.selectedId.value = next.key;
  return true;
}

function inHead(
  event: KeyboardEvent,
  model: PanelModel,
  { column }: Extract<Cursor, { readonly at: 'head' }>,
): boolean {
  const { layout, elsewhere, widths, arrange } = model.list;
  const { key } = event;
  if (key === 'ArrowDown') {
    elsewhere.value = null;
    return true;
  }
  if (key === 'Enter' || key === ' ') {
    arrange(sortedBy(layout.value, column));
    return true;
  }
  const sign = key === 'ArrowLeft' ? -1 : key === 'ArrowRight' ? 1 : 0;
  if (sign === 0) return false;
  const shown = shownColumns(layout.value);
  if (event.altKey) {
    const width = widths.value.find(([id]) => id === column)?.[1];
    if (width === undefined) return true;
    const next = resizedTo(layout.value, widths.value, column, width + sign * step);
    arrange(next);
    model.announcement.value = `${columns[column].label}: ${next.widths[column]} pixels wide`;
    return true;
  }
  const next = shown[shown.indexOf(column) + sign];
  if (next !== undefined) elsewhere.value = { at: 'head', column: next };
  return true;
}
