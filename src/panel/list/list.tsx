import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { NoMatch } from '../filter/no-match.tsx';
import type { PanelModel } from '../model/model.ts';
import { indexOfKey } from './anchor.ts';
import { ColumnMenu } from './column-menu.tsx';
import { groupRowId } from './group-row.tsx';
import { headId, ListHead } from './head.tsx';
import type { Item } from './items.ts';
import { onGridKey } from './keys.ts';
import { shownColumns } from './layout.ts';
import { Line } from './line.tsx';
import { rowId } from './row.tsx';
import { useWindow } from './use-window.ts';
import type { Widths } from './widths.ts';
import { partsOf, scrollFor } from './window.ts';

const tracks = (widths: Widths): string => widths.map(([, px]) => `${px}px`).join(' ');

/** The head's height in px, as the style sheet has it. */
const headHeight = 22;

/** The element at the cursor; null where its line is hidden. */
function activeId(model: PanelModel, at: number): string | null {
  const elsewhere = model.list.elsewhere.value;
  if (elsewhere?.at === 'head') return headId(elsewhere.column);
  if (at < 0) return null;
  if (elsewhere?.at === 'group') return groupRowId(elsewhere.key);
  const selected = model.selectedId.value;
  return selected === null ? null : rowId(selected);
}

/** Where the cursor's line is; -1 for none. It is looked for only where something changed. */
function useCursor(model: PanelModel, lines: readonly Item[]): number {
  const elsewhere = model.list.elsewhere.value;
  const key = elsewhere?.at === 'group' ? elsewhere.key : model.selectedId.value;
  const near = useRef(0);
  return useMemo(() => {
    const index = key === null ? -1 : indexOfKey(lines, key, near.current);
    if (index >= 0) near.current = index;
    return index;
  }, [lines, key]);
}

/**
 * The exchanges as a grid with one tab stop: the cursor is told by `aria-activedescendant`. Only the lines in sight and the
 * cursor's are in the document; when the cursor moves, its line is scrolled into sight.
 */
export function ExchangeList({ model }: { readonly model: PanelModel }) {
  const { layout, items, elsewhere, room, page, widths, columnMenu, toggle } = model.list;
  const lines = items.value;
  const { box, window, offsets, narrow, width, perPage, scrollTo, onScroll } = useWindow(lines);
  // One array as long as the layout is one: rows that did not change are not drawn again.
  const shown = useMemo(() => shownColumns(layout.value), [layout.value]);
  const selectedId = model.selectedId.value;
  const cursor = useCursor(model, lines);
  const cursorKey = lines[cursor]?.key ?? null;
  const { sort, grouped } = layout.value;
  useLayoutEffect(() => {
    room.value = width;
    page.value = perPage;
  }, [width, perPage]);
  const arranged = useRef({ sort, grouped });
  useLayoutEffect(() => {
    const element = box.current;
    const isSame = arranged.current.sort === sort && arranged.current.grouped === grouped;
    arranged.current = { sort, grouped };
    if (element === null || element.clientHeight === 0) return;
    // In another order, what is in sight means nothing any more.
    const from = isSame ? element.scrollTop : 0;
    const head = narrow ? 0 : headHeight;
    if (cursor >= 0) scrollTo(scrollFor(offsets, cursor, from, element.clientHeight, head));
    else if (!isSame) scrollTo(0);
  }, [cursorKey, narrow, sort, grouped]);

  const onClick = (event: MouseEvent): void => {
    if (!(event.target instanceof Element)) return;
    const group = event.target.closest('[data-group]')?.getAttribute('data-group') ?? null;
    const id = event.target.closest('[data-id]')?.getAttribute('data-id') ?? null;
    if (group !== null) toggle(group);
    else if (id !== null) {
      elsewhere.value = null;
      model.open(id);
    }
  };

  const active = activeId(model, cursor);
  return (
    <div class={narrow ? 'list narrow' : 'list'} ref={box} onScroll={onScroll} data-testid="list-scroll">
      <div
        class="grid"
        role="treegrid"
        tabIndex={0}
        aria-label="Exchanges"
        aria-rowcount={lines.length + 1}
        {...(active === null ? {} : { 'aria-activedescendant': active })}
        aria-colcount={shown.length}
        {...(narrow ? {} : { style: { '--columns': tracks(widths.value) } })}
        data-testid="list"
        onKeyDown={(event) => {
          if (onGridKey(event, model)) event.preventDefault();
        }}
        onClick={onClick}
        onContextMenu={(event) => {
          // The menu key is told twice: as a key, and then as this on the whole grid.
          if (columnMenu.value !== null) event.preventDefault();
        }}
      >
        <ListHead model={model} />
        <div role="rowgroup">
          {partsOf(offsets, window, cursor).map((part) => {
            if (part.kind === 'gap') return <Gap key={`gap ${part.at}`} height={part.height} />;
            const item = lines[part.index];
            return (
              item && (
                <Line
                  key={item.key}
                  item={item}
                  columns={shown}
                  rowIndex={part.index + 2}
                  selected={item.key === selectedId}
                  atCursor={item.key === cursorKey && elsewhere.value?.at !== 'head'}
                />
              )
            );
          })}
        </div>
      </div>
      {model.shown.value.length === 0 && <NoMatch model={model} />}
      <ColumnMenu model={model} />
    </div>
  );
}

/** The room of lines that are not drawn. */
function Gap({ height }: { readonly height: number }) {
  return <div aria-hidden="true" style={{ height: `${height}px` }} />;
}
