// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import type { Diagnosed } from '../../diagnosis/index.ts';
import { cachedPreflight, assumed as firefoxLike } from '../gallery/http-exchanges.ts';
import { recording, resetWith } from '../gallery/scenes.ts';
import { all, click, drawn, mountFor, one } from '../gallery/testing.ts';

async function opened(diagnosed: Diagnosed) {
  const mounted = mountFor(resetWith([diagnosed]));
  await click(one('exchange'));
  return mounted;
}

function choose(testId: string, value: string): void {
  const select = one(testId);
  if (!(select instanceof HTMLSelectElement)) throw new Error('not a select');
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
}

const ofWorker: Diagnosed = {
  ...firefoxLike,
  exchange: { ...firefoxLike.exchange, tabInferred: true, requester: 'background-worker' },
};

test('a cached preflight is told as inferred, from what, and can be set by hand', async () => {
  const { adapter } = await opened(cachedPreflight);
  expect(one('assumption').hasAttribute('open')).toBe(true);
  expect(one('fact-preflight').textContent).toMatch(
    /^Preflight: answered from the browser’s cache.*\(inferred: no preflight was on the wire/,
  );
  choose('preflight', 'missing');
  expect(adapter.commands).toEqual([
    { type: 'settings', exchangeId: cachedPreflight.exchange.id, settings: { preflight: 'missing' } },
  ]);
});

test('what is set by hand is told in the row, in the banner and at the fact, and the new verdict is announced', async () => {
  const { adapter } = await opened(firefoxLike);
  const settings = { credentials: 'include' } as const;
  adapter.say({ type: 'changed', exchanges: [{ ...firefoxLike, settings }], apis: [] });
  await drawn();
  expect(one('exchange').textContent).toContain('Set by hand');
  expect(one('by-hand').textContent).toContain('credentials mode include');
  expect(one('fact-credentials').dataset.basis).toBe('by-hand');
  expect(one('fact-credentials').textContent).not.toContain('inferred');
  expect(one('announcement').textContent).toMatch(/^Judged again: /);
});

test('a worker’s request is told as taken to be this tab’s, and can be put away', async () => {
  const { adapter } = await opened(ofWorker);
  expect(one('exchange').textContent).toContain('worker, inferred');
  expect(one('fact-tab').textContent).toContain(
    'a shared or service worker, taken to be this tab’s (inferred: ',
  );
  await click(one('put-away'));
  expect(adapter.commands).toEqual([{ type: 'put-away', exchangeId: ofWorker.exchange.id }]);
});

test('the page’s own request cannot be put away', async () => {
  await opened(firefoxLike);
  expect(all('put-away')).toEqual([]);
});

test('what was put away is told with the way back', async () => {
  const { adapter } = mountFor(resetWith([], { putAway: ['https://a.test'] }));
  expect(one('put-away-notice').textContent).toContain('https://a.test');
  await click(one('bring-back'));
  expect(adapter.commands).toEqual([{ type: 'bring-back' }]);
});

test('withheld site access is told by name, in the empty panel too, and asked for', async () => {
  const { adapter } = mountFor(
    resetWith([], { siteAccess: 'withheld', withheldFrom: ['https://app.test', 'https://api.test'] }),
  );
  expect(one('access-notice').textContent).toContain('https://app.test, https://api.test');
  expect(one('access-withheld').textContent).toContain('withholds');
  await click(one('ask-access'));
  expect(adapter.commands).toEqual([{ type: 'ask-access' }]);
  adapter.say({ type: 'state', state: recording });
  await drawn();
  expect(all('access-notice')).toEqual([]);
  expect(all('access-withheld')).toEqual([]);
});
