import type { ColumnId } from './columns.ts';
import { GroupRow } from './group-row.tsx';
import type { Item } from './items.ts';
import { NavigationRow } from './navigation-row.tsx';
import { Row } from './row.tsx';

interface LineProps {
  readonly item: Item;
  readonly columns: readonly ColumnId[];
  readonly rowIndex: number;
  readonly selected: boolean;
  readonly atCursor: boolean;
}

export function Line({ item, columns, rowIndex, selected, atCursor }: LineProps) {
  switch (item.kind) {
    case 'group':
      return <GroupRow item={item} columns={columns.length} rowIndex={rowIndex} atCursor={atCursor} />;
    case 'navigation':
      return <NavigationRow navigation={item.navigation} columns={columns.length} rowIndex={rowIndex} />;
    case 'row':
      return (
        <Row
          diagnosed={item.diagnosed}
          base={item.base}
          columns={columns}
          rowIndex={rowIndex}
          nested={item.group !== null}
          selected={selected}
        />
      );
  }
}
