import { useLayoutEffect, useMemo } from 'preact/hooks';
import { NoMatch } from '../filter/no-match.tsx';
import type { PanelModel } from '../model/model.ts';
import { ColumnMenu } from './column-menu.tsx';
import { GroupRow, groupRowId } from './group-row.tsx';
import { headId, ListHead } from './head.tsx';
import type { Item } from './items.ts';
import { onGridKey } from './keys.ts';
import { shownColumns, widthOf } from './layout.ts';
import { NavigationRow } from './navigation-row.tsx';
import { Row, rowId } from './row.tsx';
import { useWindow } from './use-window.ts';
import { scrollFor } from './window.ts';

/** The head's height in px, as the style sheet has it. */
const headHeight = 22;

/** The element at the cursor. */
function activeId(model: PanelModel): string | null {
  const elsewhere = model.list.elsewhere.value;
  if (elsewhere?.at === 'head') return headId(elsewhere.column);
  if (elsewhere?.at === 'group') return groupRowId(elsewhere.key);
  const selected = model.selectedId.value;
  return selected === null ? null : rowId(selected);
}

/**
 * The exchanges as a grid with one tab stop: the cursor is told by `aria-activedescendant`. Only the lines in sight are in
 * the document; the line at the cursor is scrolled into sight.
 */
export function ExchangeList({ model }: { readonly model: PanelModel }) {
  const { layout, items, elsewhere, toggle } = model.list;
  const lines = items.value;
  const { box, window, offsets, narrow, onScroll } = useWindow(lines);
  // One array as long as the layout is one: rows that did not change are not drawn again.
  const shown = useMemo(() => shownColumns(layout.value), [layout.value]);
  const selectedId = model.selectedId.value;
  const cursor = elsewhere.value?.at === 'group' ? elsewhere.value.key : selectedId;
  useLayoutEffect(() => {
    const element = box.current;
    const index = cursor === null ? -1 : lines.findIndex(({ key }) => key === cursor);
    if (element === null || index < 0 || element.clientHeight === 0) return;
    const head = narrow ? 0 : headHeight;
    element.scrollTop = scrollFor(offsets, index, element.scrollTop, element.clientHeight, head);
    onScroll();
  }, [cursor, narrow]);

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

  const line = (item: Item, index: number) => {
    const rowIndex = window.from + index + 2;
    switch (item.kind) {
      case 'group':
        return (
          <GroupRow
            key={item.key}
            item={item}
            columns={shown.length}
            rowIndex={rowIndex}
            atCursor={item.key === cursor}
          />
        );
      case 'navigation':
        return (
          <NavigationRow
            key={item.key}
            navigation={item.navigation}
            columns={shown.length}
            rowIndex={rowIndex}
          />
        );
      case 'row':
        return (
          <Row
            key={item.key}
            diagnosed={item.diagnosed}
            base={item.base}
            columns={shown}
            rowIndex={rowIndex}
            nested={item.group !== null}
            selected={item.key === selectedId}
          />
        );
    }
  };

  const active = activeId(model);
  return (
    <div class={narrow ? 'list narrow' : 'list'} ref={box} onScroll={onScroll} data-testid="list-scroll">
      <table
        role={layout.value.grouped ? 'treegrid' : 'grid'}
        tabIndex={0}
        aria-label="Exchanges"
        aria-rowcount={lines.length + 1}
        {...(active === null ? {} : { 'aria-activedescendant': active })}
        data-testid="list"
        onKeyDown={(event) => {
          if (onGridKey(event, model)) event.preventDefault();
        }}
        onClick={onClick}
      >
        <colgroup>
          {shown.map((id) => {
            const width = widthOf(layout.value, id);
            return <col key={id} {...(width === null ? {} : { style: { width: `${width}px` } })} />;
          })}
        </colgroup>
        <ListHead model={model} />
        <Spacer height={window.above} />
        <tbody>{lines.slice(window.from, window.to).map(line)}</tbody>
        <Spacer height={window.below} />
      </table>
      {model.shown.value.length === 0 && <NoMatch model={model} />}
      <ColumnMenu model={model} />
    </div>
  );
}

/** The room of the lines that are not drawn. */
function Spacer({ height }: { readonly height: number }) {
  if (height === 0) return null;
  return (
    <tbody class="spacer" aria-hidden="true">
      <tr style={{ height: `${height}px` }} />
    </tbody>
  );
}
