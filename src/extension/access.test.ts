import { expect, it } from 'vitest';
import type { SiteAccess } from '../session/index.ts';
import { AccessWatch, type PermissionsApi } from './access.ts';

/** A browser that grants these patterns; each question can be held back. */
function fakeBrowser(...granted: string[]) {
  const patterns = new Set(granted);
  const listeners = new Set<() => void>();
  const event = {
    addListener: (listener: () => void) => void listeners.add(listener),
    removeListener: (listener: () => void) => void listeners.delete(listener),
  };
  const api: PermissionsApi = {
    contains: async ({ origins }) =>
      patterns.has('<all_urls>') || origins.every((pattern) => patterns.has(pattern)),
    onAdded: event,
    onRemoved: event,
  };
  const told: SiteAccess[] = [];
  const watch = new AccessWatch(api, (access) => told.push(access));
  const settled = async (): Promise<SiteAccess | undefined> => {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
    return told.at(-1);
  };
  const changed = (): void => {
    for (const listener of listeners) listener();
  };
  return { api, watch, told, settled, changed, patterns, listeners };
}

it('granted to all sites is granted, and nothing more is asked', async () => {
  const { watch, settled } = fakeBrowser('<all_urls>');
  watch.shows('https://app.test');
  watch.calls('https://api.test');
  expect(await settled()).toEqual({ siteAccess: 'granted', withheldFrom: [] });
});

it('names the page and what it calls, with ports, where they are withheld', async () => {
  const { watch, settled } = fakeBrowser('https://api.test/*');
  watch.shows('http://localhost:3000');
  watch.calls('https://api.test');
  watch.calls('https://other.test:8443');
  expect(await settled()).toEqual({
    siteAccess: 'withheld',
    withheldFrom: ['http://localhost:3000', 'https://other.test:8443'],
  });
});

it('is enough where the page and all that it was seen to call are granted', async () => {
  const { watch, settled } = fakeBrowser('https://app.test/*', 'https://api.test/*');
  watch.shows('https://app.test');
  expect((await settled())?.siteAccess).toBe('withheld');
  watch.calls('https://api.test');
  expect((await settled())?.siteAccess).toBe('granted');
});

it('follows what the user gives and takes', async () => {
  const { watch, settled, changed, patterns } = fakeBrowser();
  watch.shows('https://app.test');
  expect((await settled())?.siteAccess).toBe('withheld');
  patterns.add('<all_urls>');
  changed();
  expect((await settled())?.siteAccess).toBe('granted');
  patterns.clear();
  changed();
  expect((await settled())?.siteAccess).toBe('withheld');
});

it('asks nothing for pages that no extension may see, and forgets the page before', async () => {
  const { watch, settled } = fakeBrowser();
  watch.shows('https://app.test');
  watch.calls('https://api.test');
  watch.shows('chrome://settings');
  watch.calls('chrome-extension://abc');
  expect(await settled()).toEqual({ siteAccess: 'withheld', withheldFrom: [] });
});

it('a browser that fails to answer leaves it unknown', async () => {
  const { api, told } = fakeBrowser();
  const failing: PermissionsApi = { ...api, contains: () => Promise.reject(new Error('gone')) };
  await new AccessWatch(failing, (access) => told.push(access)).check();
  expect(told).toEqual([{ siteAccess: 'unknown', withheldFrom: [] }]);
});

it('looks at a bounded number of called sites', async () => {
  const { watch, settled } = fakeBrowser();
  for (let number = 0; number < 100; number += 1) watch.calls(`https://${number}.test`);
  for (let turn = 0; turn < 100; turn += 1) await settled();
  const access = await settled();
  expect(access?.withheldFrom).toHaveLength(32);
  expect(access?.withheldFrom.at(-1)).toBe('https://99.test');
});

it('stops telling', async () => {
  const { watch, told, settled, listeners } = fakeBrowser();
  watch.shows('https://app.test');
  watch.stop();
  await settled();
  expect(told).toEqual([]);
  expect(listeners.size).toBe(0);
});
