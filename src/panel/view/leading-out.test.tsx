// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import type { Diagnosed } from '../../diagnosis/index.ts';
import { blockedPreflight } from '../gallery/rest-exchanges.ts';
import { resetWith } from '../gallery/scenes.ts';
import { all, click, drawn, mountFor, one } from '../gallery/testing.ts';

const call = [{ functionName: 'load', url: 'https://app.example/app.js', line: 7, column: 3 }];
const called: Diagnosed = { ...blockedPreflight, exchange: { ...blockedPreflight.exchange, call } };
const url = blockedPreflight.exchange.hops[0]?.url;

async function openMenu(): Promise<void> {
  all('exchange')[0]?.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true }));
  await drawn();
}

test('the detail leads to the same request in the Network panel', async () => {
  const { revealed } = mountFor(resetWith([called]));
  await click(all('exchange')[0]);
  await click(one('reveal-in-network'));
  expect(revealed).toEqual([`url:${url}`]);
});

test('a row’s menu leads to Network and to the call in Sources', async () => {
  const { revealed, opened } = mountFor(resetWith([called]));
  await openMenu();
  await click(one('reveal-in-network-item'));
  expect(revealed).toEqual([`url:${url}`]);
  await openMenu();
  await click(one('open-call'));
  expect(opened).toEqual([['https://app.example/app.js', 7, 3]]);
  expect(all('menu')).toEqual([]);
});

test('nothing leads to Sources where no call is known', async () => {
  mountFor(resetWith([blockedPreflight]));
  await openMenu();
  expect(all('open-call')).toEqual([]);
  expect(all('reveal-in-network-item')).toHaveLength(1);
});

test('the Network panel holds nothing of a file', async () => {
  const fromFile: Diagnosed = {
    ...called,
    exchange: { ...called.exchange, source: 'har' },
  };
  mountFor(resetWith([fromFile]));
  await click(all('exchange')[0]);
  expect(all('reveal-in-network')).toEqual([]);
  await openMenu();
  expect(all('reveal-in-network-item')).toEqual([]);
});

test('the detail’s copy menu only copies', async () => {
  mountFor(resetWith([called]));
  await click(all('exchange')[0]);
  await click(one('copy-menu'));
  expect(all('open-call')).toEqual([]);
  expect(one('menu').getAttribute('aria-label')).toBe('Copy');
});
