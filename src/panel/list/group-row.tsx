import { visible } from '../../report/index.ts';
import { gatewayNames } from '../model/names.ts';
import { Value } from '../view/value.tsx';
import type { Item } from './items.ts';
import { shortName } from './short-name.ts';

function originsText(origins: readonly string[]): string {
  const [first, ...others] = origins;
  if (first === undefined) return '';
  return others.length === 0 ? `from ${first}` : `from ${origins.length} origins`;
}

/** The element id of a group's line, for `aria-activedescendant`. */
export const groupRowId = (key: string): string => `group-${key}`;

interface GroupRowProps {
  readonly item: Extract<Item, { readonly kind: 'group' }>;
  readonly columns: number;
  readonly rowIndex: number;
  readonly atCursor: boolean;
}

/** An API's line: its name and kind, and how its exchanges stand. A click hides or shows them. */
export function GroupRow({ item, columns, rowIndex, atCursor }: GroupRowProps) {
  const { group, key, collapsed } = item;
  const name = group.base ?? group.id;
  return (
    <div
      role="row"
      class="row api"
      id={groupRowId(key)}
      aria-rowindex={rowIndex}
      aria-level={1}
      aria-expanded={!collapsed}
      data-cursor={atCursor}
      data-testid="group"
      data-group={key}
    >
      <div role="gridcell" aria-colspan={columns} class="whole" title={visible(name)}>
        <span class={`twist ${collapsed ? '' : 'open'}`} aria-hidden="true" />
        <span class="base">
          <Value text={shortName(name)} />
        </span>{' '}
        <span class="chip">{gatewayNames[group.kind]}</span>{' '}
        <span class="facts dim">
          {group.blocked > 0 && <span class="bad">{group.blocked} blocked</span>}
          {group.blocked > 0 ? ` of ${group.total}` : `${group.total} in all`}
          {group.origins.length > 0 && ' · '}
          <Value text={originsText(group.origins)} />
        </span>
      </div>
    </div>
  );
}
