import { expect, test } from 'vitest';
import type { Diagnosed } from '../../diagnosis/index.ts';
import { restApi } from '../gallery/apis.ts';
import { mixed } from '../gallery/scenes.ts';
import { factsByApi, groupByApi } from '../model/groups.ts';
import { groupKey, type Item, itemsOf } from './items.ts';
import { firstLayout, type Layout } from './layout.ts';
import { lineAfter } from './list-state.ts';

const groups = groupByApi(mixed, factsByApi(mixed, [restApi]));
const [first, second] = groups.map(({ id }) => groupKey(id));

function lines(
  layout: Partial<Layout>,
  collapsed: readonly string[] = [],
  navigations: readonly { url: string; at: number }[] = [],
  listed: readonly Diagnosed[] = mixed,
): readonly Item[] {
  return itemsOf(
    groupByApi(listed, factsByApi(mixed, [])),
    listed,
    { ...firstLayout, ...layout },
    new Set(collapsed),
    navigations,
  );
}

const keys = (items: readonly Item[]): readonly string[] => items.map(({ key }) => key);

test('rows stand below their API, in order of start', () => {
  expect(keys(lines({}))).toEqual([first, '1', '2', '3', '4', '5', second, '6', '7', '8', '9', '10', '11']);
});

test('a collapsed API hides its rows; the cursor stops at it, and at no other', () => {
  const items = lines({}, [first ?? '']);
  expect(keys(items)).toEqual([first, second, '6', '7', '8', '9', '10', '11']);
  expect(lineAfter(items, null, 'ArrowDown')?.key).toBe(first);
  expect(lineAfter(items, first ?? '', 'ArrowDown')?.key).toBe('6');
  expect(lineAfter(items, '6', 'ArrowUp')?.key).toBe(first);
  expect(lineAfter(items, second ?? '', 'ArrowDown')?.key).toBe('6');
  expect(lineAfter(items, '6', 'End')?.key).toBe('11');
});

test('a flat list has no groups, and sorts all rows alike; equal ones stay as they came', () => {
  expect(keys(lines({ grouped: false }))).toEqual(mixed.map(({ exchange }) => exchange.id));
  const methods = lines({ grouped: false, sort: { column: 'method', descending: true } });
  expect(keys(methods).slice(0, 3)).toEqual(['1', '3', '6']);
  const verdicts = lines({ sort: { column: 'verdict', descending: false } });
  expect(keys(verdicts).slice(0, 6)).toEqual([first, '1', '2', '3', '4', '5']);
});

test('a divider stands where the page went elsewhere, before the first row of the new page', () => {
  const at = mixed[3]?.exchange.startedAt ?? 0;
  const navigations = [
    { url: 'https://app.test/first', at: 0 },
    { url: 'https://app.test/next', at },
  ];
  const flat = lines({ grouped: false }, [], navigations).filter(({ kind }) => kind === 'navigation');
  expect(flat.map((item) => item.kind === 'navigation' && item.navigation.url)).toEqual([
    'https://app.test/next',
  ]);
  // Sorted otherwise there is no before and after.
  const sorted = lines({ grouped: false, sort: { column: 'name', descending: false } }, [], navigations);
  expect(sorted.some(({ kind }) => kind === 'navigation')).toBe(false);
});
