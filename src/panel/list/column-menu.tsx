import type { MenuGroup } from '../menu/entry.ts';
import { Menu } from '../menu/menu.tsx';
import type { PanelModel } from '../model/model.ts';
import { columnIds, columns } from './columns.ts';
import { firstLayout, toggled } from './layout.ts';

/** Which columns are shown, and how the rows stand. */
export function ColumnMenu({ model }: { readonly model: PanelModel }) {
  const { columnMenu, layout, arrange } = model.list;
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
  return (
    <Menu
      label="Columns"
      groups={groups}
      at={at}
      opener={null}
      close={() => {
        columnMenu.value = null;
        document.querySelector<HTMLElement>('[data-testid="list"]')?.focus();
      }}
    />
  );
}
