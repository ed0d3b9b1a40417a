import type { MenuGroup } from '../menu/entry.ts';
import { Menu } from '../menu/menu.tsx';
import type { PanelModel } from '../model/model.ts';
import { Icon } from '../view/icon.tsx';
import { columnIds, columns } from './columns.ts';
import { firstLayout, toggled } from './layout.ts';

/** Which columns are shown, and how the rows stand. */
export function ColumnMenu({ model }: { readonly model: PanelModel }) {
  const { columnMenu, layout, arrange, closeMenu } = model.list;
  const at = columnMenu.value;
  if (at === null) return null;
  const groups: readonly MenuGroup[] = [
    {
      heading: 'Columns',
      entries: columnIds
        .filter((id) => columns[id].fixed !== true)
        .map((id) => ({
          type: 'check',
          id: `column-${id}`,
          label: columns[id].label,
          checked: !layout.value.hidden.includes(id),
          toggle: () => arrange(toggled(layout.value, id)),
        })),
    },
    {
      heading: null,
      entries: [
        {
          type: 'check',
          id: 'group-by-api',
          label: 'Group by API',
          checked: layout.value.grouped,
          toggle: () => arrange({ ...layout.value, grouped: !layout.value.grouped }),
        },
        {
          type: 'item',
          id: 'reset-columns',
          label: 'Reset columns',
          run: () => arrange(firstLayout),
        },
      ],
    },
  ];
  return <Menu label="Columns" groups={groups} at={at} opener={null} close={closeMenu} />;
}

/** Opens the menu where there is no head, or no other mouse button. */
export function ColumnButton({ model }: { readonly model: PanelModel }) {
  return (
    <button
      type="button"
      class="tool"
      data-testid="columns"
      aria-haspopup="menu"
      aria-label="Columns and grouping"
      title="Columns and grouping"
      onClick={(event) => {
        const { left, top } = event.currentTarget.getBoundingClientRect();
        model.list.columnMenu.value = { x: left, y: top };
      }}
    >
      <Icon name="columns" />
    </button>
  );
}
