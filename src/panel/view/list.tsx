import { useLayoutEffect, useRef } from 'preact/hooks';
import { NoMatch } from '../filter/no-match.tsx';
import { rowAfter } from '../model/cursor.ts';
import type { PanelModel } from '../model/model.ts';
import { GroupHeader } from './group-header.tsx';
import { Row, rowId } from './row.tsx';

const columns = [
  ['verdict', 'Verdict'],
  ['method', 'Method'],
  ['status', 'Status'],
  ['name', 'Name'],
  ['cause', 'Cause'],
] as const;

/** ARIA in HTML lets a table be a grid: its rows and cells then are the grid's, and one tab stop holds the cursor. */
function gridProps(selectedId: string | null) {
  return {
    role: 'grid',
    tabIndex: 0,
    'aria-label': 'Exchanges',
    ...(selectedId === null ? {} : { 'aria-activedescendant': rowId(selectedId) }),
  } as const;
}

/** The exchanges as a grid with one tab stop: the cursor row is told by `aria-activedescendant`. */
export function ExchangeList({ model }: { readonly model: PanelModel }) {
  const grid = useRef<HTMLTableElement>(null);
  const selectedId = model.selectedId.value;
  useLayoutEffect(() => {
    if (selectedId !== null)
      grid.current?.querySelector('[aria-selected="true"]')?.scrollIntoView?.({ block: 'nearest' });
  }, [selectedId]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && selectedId !== null) model.open(selectedId);
    else {
      const next = rowAfter(
        model.shown.value.map(({ exchange }) => exchange.id),
        selectedId,
        event.key,
      );
      if (next === null) return;
      model.selectedId.value = next;
    }
    event.preventDefault();
  };

  const onClick = (event: MouseEvent): void => {
    const row = event.target instanceof Element ? event.target.closest('[data-id]') : null;
    const id = row?.getAttribute('data-id') ?? null;
    if (id !== null) model.open(id);
  };

  return (
    <div class="list">
      <table {...gridProps(selectedId)} ref={grid} data-testid="list" onKeyDown={onKeyDown} onClick={onClick}>
        <thead>
          <tr>
            {columns.map(([name, label]) => (
              <th key={name} scope="col" class={`column-${name}`}>
                {name === 'verdict' ? <span class="offscreen">{label}</span> : label}
              </th>
            ))}
          </tr>
        </thead>
        {model.groups.value.map((group) => (
          <tbody key={group.id}>
            <GroupHeader group={group} />
            {group.rows.map((each) => (
              <Row
                key={each.exchange.id}
                diagnosed={each}
                base={group.base}
                selected={each.exchange.id === selectedId}
              />
            ))}
          </tbody>
        ))}
      </table>
      {model.shown.value.length === 0 && <NoMatch model={model} />}
    </div>
  );
}
