import { useRef } from 'preact/hooks';
import type { PanelModel } from '../model/model.ts';
import { Icon } from '../view/icon.tsx';
import { type ColumnId, columnIds, columns } from './columns.ts';
import { resized, shownColumns, sortedBy, widthOf } from './layout.ts';

/** The element id of a head cell, for `aria-activedescendant`. */
export const headId = (column: ColumnId): string => `column-${column}`;

/** The head: a click sorts, the edge resizes, the other mouse button chooses columns. */
export function ListHead({ model }: { readonly model: PanelModel }) {
  const { layout, elsewhere, columnMenu, arrange } = model.list;
  const { sort } = layout.value;
  const at = elsewhere.value;
  const shown = shownColumns(layout.value);
  return (
    <thead
      onContextMenu={(event) => {
        event.preventDefault();
        columnMenu.value = { x: event.clientX, y: event.clientY };
      }}
    >
      <tr aria-rowindex={1}>
        {shown.map((id) => {
          const isSorted = sort?.column === id;
          return (
            <th
              key={id}
              id={headId(id)}
              scope="col"
              class={`column-${id}`}
              data-testid="column"
              data-column={id}
              aria-sort={isSorted ? (sort.descending ? 'descending' : 'ascending') : 'none'}
              data-cursor={at?.at === 'head' && at.column === id}
              onClick={() => arrange(sortedBy(layout.value, id))}
            >
              {id === 'verdict' ? <span class="offscreen">Verdict</span> : columns[id].label}
              {isSorted && (
                <span class={`sort ${sort.descending ? 'descending' : ''}`}>
                  <Icon name="back" />
                </span>
              )}
              <Edge model={model} column={id} />
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

/** Takes the pointer while it drags. A click on it sorts nothing. Columns behind the name, which takes what is left, grow to the left. */
function Edge({ model, column }: { readonly model: PanelModel; readonly column: ColumnId }) {
  const drag = useRef<{ readonly from: number; readonly width: number } | null>(null);
  const { layout, arrange } = model.list;
  if (widthOf(layout.value, column) === null) return null;
  const growsLeft = columnIds.indexOf(column) > columnIds.indexOf('name');
  return (
    <span
      class={growsLeft ? 'edge left' : 'edge'}
      data-testid="column-edge"
      aria-hidden="true"
      onClick={(event) => event.stopPropagation()}
      onPointerDown={(event) => {
        const width = event.currentTarget.parentElement?.getBoundingClientRect().width ?? 0;
        drag.current = { from: event.clientX, width };
        event.currentTarget.setPointerCapture(event.pointerId);
        event.preventDefault();
      }}
      onPointerMove={({ clientX }) => {
        if (drag.current === null) return;
        const moved = clientX - drag.current.from;
        arrange(resized(layout.value, column, drag.current.width + (growsLeft ? -moved : moved)));
      }}
      onPointerUp={() => {
        drag.current = null;
      }}
    />
  );
}
