// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { httpApi, restApi } from '../gallery/apis.ts';
import { mixed, resetWith } from '../gallery/scenes.ts';
import { all, click, mountFor, one } from '../gallery/testing.ts';
import { routesSeen } from './routes.ts';
import { seenPolicy } from './seen-policy.ts';

async function openApis() {
  const mounted = mountFor(resetWith(mixed));
  await click(one('view-apis'));
  await vi.waitFor(() => one('apis'));
  return mounted;
}

test('each API shows its routes by method, and a state opens the exchange that stands so', async () => {
  await openApis();
  expect(all('api-card').map((card) => card.dataset['api'])).toEqual([
    restApi.identity.id,
    httpApi.identity.id,
  ]);
  const orders = all('route').find((row) => row.dataset['path'] === '/orders/{id}');
  expect(orders?.textContent).toContain('PUT');
  await click(orders?.querySelector<HTMLElement>('[data-testid="method-cell"]') ?? undefined);
  expect(one('detail').textContent).toContain('/Prod/orders/42');
});

test('the one fix of an API is a click away, and so are its requests', async () => {
  await openApis();
  await click(all('show-api-fix')[0]);
  expect(one('tab-fix').getAttribute('aria-selected')).toBe('true');
  await click(all('list-api')[1]);
  expect(all('apis')).toEqual([]);
  expect(all('exchange').map((row) => row.dataset['id'])).toEqual(httpApi.exchangeIds);
});

test('a wildcard and what is missing are told against what the traffic needs', () => {
  const rest = mixed.filter(({ apiId }) => apiId === restApi.identity.id);
  const parts = new Map(seenPolicy(rest, restApi.policy).map((part) => [part.part, part]));
  expect(parts.get('Origins')?.wildcard).toBe(true);
  const strict = seenPolicy(rest, { ...restApi.policy, headers: ['x-never-seen'], credentials: true });
  expect(strict.find(({ part }) => part === 'Request headers')?.missing).toEqual(['x-never-seen']);
  expect(strict.find(({ part }) => part === 'Credentials')?.missing).toEqual(['needed']);
});

test('the worst state of a method’s calls is the one that shows, and calls are counted', () => {
  const [first] = mixed;
  if (first === undefined) throw new Error('nothing to show');
  const again = { ...first, exchange: { ...first.exchange, id: 'again' } };
  const allowed = {
    ...first,
    exchange: { ...first.exchange, id: 'allowed' },
    findings: [],
    judgement: { ...first.judgement, verdict: { ...first.judgement.verdict, outcome: 'allowed' as const } },
  };
  const [route] = routesSeen(restApi.identity.base, [first, again, allowed], []);
  expect(route?.cells[0]).toMatchObject({ count: 3, standing: 'blocked', exchangeId: 'again' });
  expect([...(route?.cells[0]?.standings ?? [])]).toEqual([
    ['blocked', 2],
    ['allowed', 1],
  ]);
});

test('a page that makes up paths for ever makes no more rows than fit', () => {
  const [first] = mixed;
  if (first === undefined) throw new Error('nothing to show');
  const many = Array.from({ length: 3000 }, (_, n) => ({
    ...first,
    exchange: {
      ...first.exchange,
      hops: first.exchange.hops.map((hop) => ({
        ...hop,
        url: `${restApi.identity.base}/x${'abc'.repeat(n % 7)}/${'z'.repeat(n % 37)}y${n % 90}`,
      })),
    },
  }));
  const rows = routesSeen(restApi.identity.base, many, []);
  expect(rows.length).toBeLessThanOrEqual(501);
  expect(rows.flatMap(({ cells }) => cells).reduce((sum, { count }) => sum + count, 0)).toBe(3000);
});
