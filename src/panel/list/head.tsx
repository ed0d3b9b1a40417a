import { useRef } from 'preact/hooks';
import type { PanelModel } from '../model/model.ts';
import { Icon } from '../view/icon.tsx';
import { type ColumnId, columns } from './columns.ts';
import { shownColumns, sortedBy } from './layout.ts';
import { resizedTo, type Widths } from './widths.ts';

/** The element id of a head cell, for `aria-activedescendant`. */
export const headId = (column: ColumnId): string => `column-${column}`;

/** The head: a click sorts, the edge resizes, the other mouse button chooses columns. */
export function ListHead({ model }: { readonly model: PanelModel }) {
  const { layout, elsewhere, columnMenu, arrange } = model.list;
  const { sort } = layout.value;
  const at = elsewhere.value;
  const shown = shownColumns(layout.value);
  return (
    <div
      class="head"
      role="row"
      aria-rowindex={1}
      onContextMenu={(event) => {
        event.preventDefault();
        columnMenu.value = { x: event.clientX, y: event.clientY };
      }}
    >
      {shown.map((id) => {
        const isSorted = sort?.column === id;
        return (
          <div
            key={id}
            id={headId(id)}
            role="columnheader"
            class={`column-${id}`}
            data-testid="column"
            data-column={id}
            aria-sort={isSorted ? (sort.descending ? 'descending' : 'ascending') : 'none'}
            data-cursor={at?.at === 'head' && at.column === id}
            onClick={() => arrange(sortedBy(layout.value, id))}
          >
            {id === 'verdict' ? <span class="offscreen">Verdict</span> : columns[id].label}
            {isSorted && <Icon name="back" tone={sort.descending ? 'sort descending' : 'sort'} />}
            {id !== shown.at(-1) && <Edge model={model} column={id} />}
          </div>
        );
      })}
    </div>
  );
}

/** Takes the pointer while it drags. A click on it sorts nothing. */
function Edge({ model, column }: { readonly model: PanelModel; readonly column: ColumnId }) {
  const drag = useRef<{ readonly from: number; readonly widths: Widths; readonly width: number } | null>(
    null,
  );
  const { layout, widths, arrange } = model.list;
  return (
    <span
      class="edge"
      data-testid="column-edge"
      aria-hidden="true"
      onClick={(event) => event.stopPropagation()}
      onPointerDown={(event) => {
        const width = widths.value.find(([id]) => id === column)?.[1] ?? 0;
        drag.current = { from: event.clientX, widths: widths.value, width };
        event.currentTarget.setPointerCapture(event.pointerId);
        event.preventDefault();
      }}
      onPointerMove={({ clientX }) => {
        if (drag.current === null) return;
        const { from, widths: before, width } = drag.current;
        arrange(resizedTo(layout.value, before, column, width + clientX - from));
      }}
      onPointerUp={() => {
        drag.current = null;
      }}
    />
  );
}
