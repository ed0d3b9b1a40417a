import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Diagnosed } from '../../diagnosis/index.ts';
import type { Mirror } from '../../session/index.ts';
import type { Settings } from '../host.ts';
import type { MenuPlace } from '../menu/entry.ts';
import { rowAfter } from '../model/cursor.ts';
import type { Group } from '../model/groups.ts';
import type { ColumnId } from './columns.ts';
import { type Item, itemsOf } from './items.ts';
import { type Layout, parseLayout } from './layout.ts';
import { type Widths, widthsIn } from './widths.ts';

/** What the list shows and where its cursor is. */
export interface ListState {
  readonly layout: ReadonlySignal<Layout>;
  readonly collapsed: Signal<ReadonlySet<string>>;
  readonly items: ReadonlySignal<readonly Item[]>;
  /** The list's width in px, as it was last measured. */
  readonly room: Signal<number>;
  readonly widths: ReadonlySignal<Widths>;
  /** The key of the group or the head cell at which the cursor is, where it is at no row. */
  readonly elsewhere: Signal<Cursor | null>;
  readonly columnMenu: Signal<MenuPlace | null>;
  /** Lines that one key press pages by. */
  readonly page: Signal<number>;
  arrange(layout: Layout): void;
  /** Gives the focus back to the list. */
  closeMenu(): void;
  toggle(groupKey: string): void;
}

export type Cursor =
  | { readonly at: 'group'; readonly key: string }
  | { readonly at: 'head'; readonly column: ColumnId };

const kept = 'list';

export function createListState(
  settings: Settings,
  mirror: ReadonlySignal<Mirror>,
  listed: ReadonlySignal<readonly Diagnosed[]>,
  groups: ReadonlySignal<readonly Group[]>,
): ListState {
  const layout = signal(parseLayout(settings.get(kept)));
  const collapsed = signal<ReadonlySet<string>>(new Set());
  const room = signal(1000);
  const columnMenu = signal<MenuPlace | null>(null);
  const navigations = computed(() => mirror.value.state.navigations);
  return {
    layout,
    collapsed,
    items: computed(() =>
      itemsOf(groups.value, listed.value, layout.value, collapsed.value, navigations.value),
    ),
    room,
    widths: computed(() => widthsIn(layout.value, room.value)),
    elsewhere: signal<Cursor | null>(null),
    columnMenu,
    page: signal(10),
    closeMenu() {
      columnMenu.value = null;
      document.querySelector<HTMLElement>('[data-testid="list"]')?.focus();
    },
    arrange(next) {
      layout.value = next;
      settings.set(kept, next);
    },
    toggle(key) {
      const next = new Set(collapsed.value);
      if (!next.delete(key)) next.add(key);
      collapsed.value = next;
    },
  };
}

/** The lines that the cursor stops at: rows, and groups that hide theirs. */
const stops = (items: readonly Item[]): readonly string[] =>
  items.flatMap((item) =>
    item.kind === 'row' || (item.kind === 'group' && item.collapsed) ? [item.key] : [],
  );

/** Where a key moves the cursor from a line; null where the key means nothing here. */
export function lineAfter(
  items: readonly Item[],
  current: string | null,
  key: string,
  page = 10,
): Item | null {
  const keys = stops(items);
  // From a group that shows its rows, the next stop is the first of them.
  const group = items.findIndex((item) => item.kind === 'group' && !item.collapsed && item.key === current);
  const from =
    group < 0 ? current : key === 'ArrowDown' ? keyBefore(items, group, keys) : keyAfter(items, group);
  const next = rowAfter(keys, from, key, page);
  return next === null ? null : (items.find((item) => item.key === next) ?? null);
}

/** The stop from which one step down leads to the first row of the group. */
function keyBefore(items: readonly Item[], group: number, keys: readonly string[]): string | null {
  const first = keyAfter(items, group);
  return first === null ? null : (keys[keys.indexOf(first) - 1] ?? null);
}

function keyAfter(items: readonly Item[], group: number): string | null {
  return items[group + 1]?.key ?? null;
}
