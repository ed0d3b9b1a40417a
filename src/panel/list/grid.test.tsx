// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { manyRows } from '../gallery/many.ts';
import { mixed, resetWith } from '../gallery/scenes.ts';
import { all, click, drawn, mountFor, one, press } from '../gallery/testing.ts';

// Nothing is ever idle here.
vi.stubGlobal('requestIdleCallback', () => 1);
vi.stubGlobal('cancelIdleCallback', () => undefined);
afterEach(() => {
  vi.useRealTimers();
});

const list = () => one('list');
const active = () => list().getAttribute('aria-activedescendant');
const column = (id: string): HTMLElement => {
  const found = all('column').find((each) => each.dataset.column === id);
  if (found === undefined) throw new Error(`no column ${id}`);
  return found;
};
const ids = () => all('exchange').map((row) => row.dataset.id);
const tracks = () => list().style.getPropertyValue('--columns').split(' ').map(Number.parseFloat);

test('of a hundred thousand rows only those in sight are in the document, and all are told of', async () => {
  mountFor(manyRows(100_000));
  expect(document.querySelectorAll('*').length).toBeLessThan(2000);
  expect(list().getAttribute('aria-rowcount')).toBe('100003');
  await press(list(), 'End');
  expect(active()).toBe('exchange-many-99999');
  // Nothing is laid out here, so nothing scrolls: the cursor's row stands in the document all the same.
  const last = document.getElementById('exchange-many-99999');
  expect(last?.getAttribute('aria-rowindex')).toBe('100003');
  expect(last?.getAttribute('aria-selected')).toBe('true');
  await press(list(), 'ArrowUp');
  expect(document.getElementById(active() ?? '')?.getAttribute('aria-rowindex')).toBe('100002');
  expect(document.querySelectorAll('*').length).toBeLessThan(2000);
});

test('a click on a head sorts, the next the other way, the third as the requests came', async () => {
  const { settings } = mountFor(resetWith(mixed));
  const before = ids();
  await click(column('name'));
  expect(column('name').getAttribute('aria-sort')).toBe('ascending');
  const ascending = ids();
  expect(ascending).not.toEqual(before);
  expect(settings.get('list')).toMatchObject({ sort: { column: 'name', descending: false } });
  await click(column('name'));
  expect(column('name').getAttribute('aria-sort')).toBe('descending');
  expect(ids()).not.toEqual(ascending);
  await click(column('name'));
  expect(column('name').getAttribute('aria-sort')).toBe('none');
  expect(ids()).toEqual(before);
});

test('the head is reached and worked by keys: sorted, resized, and left again', async () => {
  mountFor(resetWith(mixed));
  await press(list(), 'Home');
  await press(list(), 'ArrowUp');
  expect(active()).toBe('column-verdict');
  await press(list(), 'ArrowRight');
  expect(active()).toBe('column-method');
  const width = tracks()[1] ?? 0;
  await press(list(), 'ArrowRight', { altKey: true });
  expect(tracks()[1]).toBe(width + 16);
  expect(one('announcement').textContent).toBe(`Method: ${width + 16} pixels wide`);
  await press(list(), 'Enter');
  expect(column('method').getAttribute('aria-sort')).toBe('ascending');
  await press(list(), 'ArrowDown');
  expect(active()).toMatch(/^exchange-/);
});

test('the menu key on a head opens the columns’ menu; what is chosen there is kept, and the focus stays', async () => {
  const { settings } = mountFor(resetWith(mixed));
  list().focus();
  await press(list(), 'Home');
  await press(list(), 'ArrowUp');
  await press(list(), 'F10', { shiftKey: true });
  expect(all('menu')).toHaveLength(1);
  one('column-duration').focus();
  await click(one('column-duration'));
  expect(document.activeElement).toBe(one('column-duration'));
  expect(column('duration').textContent).toBe('Duration');
  expect(settings.get('list')).toMatchObject({ hidden: expect.not.arrayContaining(['duration']) });
  await click(one('column-method'));
  expect(all('column').map((each) => each.dataset.column)).not.toContain('method');
  await press(one('menu'), 'Escape');
  expect(all('menu')).toEqual([]);
  expect(document.activeElement).toBe(list());
});

test('an API is hidden and shown by arrows and by a click; its rows come back', async () => {
  mountFor(resetWith(mixed));
  await press(list(), 'Home');
  await press(list(), 'ArrowLeft');
  expect(active()).toMatch(/^group-/);
  await press(list(), 'ArrowLeft');
  expect(all('group')[0]?.getAttribute('aria-expanded')).toBe('false');
  expect(ids()).not.toContain('1');
  await press(list(), 'ArrowUp');
  expect(active()).toBe('column-verdict');
  await click(all('group')[0]);
  expect(ids()).toContain('1');
});

test('columns, order and grouping are as they were left', () => {
  const kept = { hidden: ['cause'], widths: { method: 90 }, sort: { column: 'name', descending: true } };
  mountFor(resetWith(mixed), undefined, null, new Map([['list', { ...kept, grouped: false }]]));
  expect(all('group')).toEqual([]);
  expect(column('name').getAttribute('aria-sort')).toBe('descending');
  expect(all('column').map((each) => each.dataset.column)).not.toContain('cause');
  expect(tracks()[1]).toBe(90);
});

test('the button in the status bar groups where there is no head', async () => {
  mountFor(resetWith(mixed));
  await click(one('columns'));
  await click(one('group-by-api'));
  expect(all('group')).toEqual([]);
  expect(all('exchange')).toHaveLength(mixed.length);
});

test('counts are spoken once they stand still, not as traffic streams', async () => {
  vi.useFakeTimers();
  const { adapter } = mountFor(resetWith(mixed.slice(0, 1)));
  const settle = (ms: number) => vi.advanceTimersByTimeAsync(ms);
  await settle(5000);
  expect(one('counts').textContent).toBe('');
  for (const more of mixed.slice(1)) {
    adapter.say({ type: 'changed', exchanges: [more], apis: [] });
    await settle(500);
    expect(one('counts').textContent).toBe('');
  }
  await settle(2000);
  expect(one('counts').textContent).toBe('11 of 11 exchanges, 5 blocked, 1 risky');
});

test('a large list takes a burst in with the next frames, and loses nothing of it', async () => {
  const { adapter } = mountFor(manyRows(3000));
  for (const more of mixed) adapter.say({ type: 'changed', exchanges: [more], apis: [] });
  await vi.waitFor(() => expect(one('status-bar').textContent).toContain('3011 / 3011'));
  await drawn();
});
