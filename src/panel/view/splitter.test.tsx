// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { mixed, resetWith } from '../gallery/scenes.ts';
import { all, click, drawn, mountFor, one, press } from '../gallery/testing.ts';

const share = (): string | null => one('splitter').getAttribute('aria-valuenow');

function mounted(kept?: unknown) {
  return mountFor(resetWith(mixed), undefined, null, new Map([['list share', kept]]));
}

test('it is there while the detail is, and tells where it stands', async () => {
  mounted();
  expect(all('splitter')).toEqual([]);
  await click(all('exchange')[0]);
  expect(share()).toBe('46');
  expect(one('splitter').parentElement?.getAttribute('style')).toContain('46%');
});

test('arrows move it, Home and End go to its bounds, a double click puts it back, and it is remembered', async () => {
  const { settings } = mounted();
  await click(all('exchange')[0]);
  await press(one('splitter'), 'ArrowRight');
  expect(share()).toBe('48');
  await press(one('splitter'), 'Home');
  await press(one('splitter'), 'ArrowLeft');
  expect(share()).toBe('20');
  await press(one('splitter'), 'End');
  expect(settings.get('list share')).toBe(80);
  expect(one('splitter').parentElement?.getAttribute('style')).toContain('80%');
  one('splitter').dispatchEvent(new MouseEvent('dblclick', { bubbles: true }));
  await drawn();
  expect(settings.get('list share')).toBe(46);
});

test.each([
  [60, '60'],
  [7, '20'],
  [1e9, '80'],
  [Number.NaN, '46'],
  ['60', '46'],
  [null, '46'],
])('%j that was kept is %s', async (kept, expected) => {
  mounted(kept);
  await click(all('exchange')[0]);
  expect(share()).toBe(expected);
});

test('nothing is divided where there is no list beside the form', async () => {
  mountFor(resetWith([]));
  await click(one('configure-by-hand'));
  expect(all('splitter')).toEqual([]);
});
