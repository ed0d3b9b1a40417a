import type { Diagnosed } from '../../diagnosis/index.ts';
import type { Navigation } from '../../session/index.ts';
import type { Group } from '../model/groups.ts';
import { sortKey } from './columns.ts';
import type { Layout, Sort } from './layout.ts';

/** One line of the list, top to bottom. */
export type Item =
  | { readonly kind: 'group'; readonly key: string; readonly group: Group; readonly collapsed: boolean }
  | {
      readonly kind: 'row';
      readonly key: string;
      readonly diagnosed: Diagnosed;
      /** What its group's header says of its URL already; null in a flat list. */
      readonly base: string | null;
      /** Of its group's header; null in a flat list. */
      readonly group: string | null;
    }
  /** The page went elsewhere here, and the log was kept. */
  | { readonly kind: 'navigation'; readonly key: string; readonly navigation: Navigation };

export const groupKey = (id: string): string => `api ${id}`;

/** The lines of the list as it is set up. `listed` is in order of start. */
export function itemsOf(
  groups: readonly Group[],
  listed: readonly Diagnosed[],
  { grouped, sort }: Layout,
  collapsed: ReadonlySet<string>,
  navigations: readonly Navigation[],
): readonly Item[] {
  if (!grouped) return rowsOf(listed, sort, null, null, navigations);
  return groups.flatMap((group): readonly Item[] => {
    const key = groupKey(group.id);
    const isCollapsed = collapsed.has(key);
    const head: Item = { kind: 'group', key, group, collapsed: isCollapsed };
    return isCollapsed ? [head] : [head, ...rowsOf(group.rows, sort, group.base, key, navigations)];
  });
}

function rowsOf(
  rows: readonly Diagnosed[],
  sort: Sort | null,
  base: string | null,
  group: string | null,
  navigations: readonly Navigation[],
): readonly Item[] {
  const item = (diagnosed: Diagnosed): Item => ({
    kind: 'row',
    key: diagnosed.exchange.id,
    diagnosed,
    base,
    group,
  });
  if (sort !== null) return sorted(rows, sort).map(item);
  const items: Item[] = [];
  let next = 0;
  for (const diagnosed of rows) {
    let divider: Navigation | undefined;
    for (; (navigations[next]?.at ?? Number.POSITIVE_INFINITY) <= diagnosed.exchange.startedAt; next += 1)
      divider = navigations[next];
    if (divider !== undefined && items.length > 0)
      items.push({
        kind: 'navigation',
        key: `navigation ${group ?? ''} ${divider.at}`,
        navigation: divider,
      });
    items.push(item(diagnosed));
  }
  return items;
}

/** Equal ones stay in order of start. */
function sorted(rows: readonly Diagnosed[], { column, descending }: Sort): readonly Diagnosed[] {
  const keyed = rows.map((diagnosed) => ({ diagnosed, key: sortKey(column, diagnosed) }));
  const sign = descending ? -1 : 1;
  return keyed
    .sort((a, b) => (a.key < b.key ? -sign : a.key > b.key ? sign : 0))
    .map(({ diagnosed }) => diagnosed);
}
