import { expect, test } from 'vitest';
import { unseenByNetwork, type WireEvent } from '../exchange/index.ts';
import { DevtoolsNetworkDecoder } from './devtools-network.ts';
import { WebRequestDecoder } from './webrequest.ts';

const url = 'http://api.example/orders';
const origin = { name: 'Origin', value: 'https://app.example' };
const details = {
  requestId: '7',
  url,
  method: 'GET',
  type: 'xmlhttprequest',
  tabId: 1,
  frameId: 0,
  timeStamp: Date.parse('2026-01-01T00:00:10.003Z'),
  originUrl: 'https://app.example/',
};

/** Firefox's entry, by default as of what it stopped before the network. */
const entry = (response: object = {}, headers: readonly object[] = [origin], timings: object = {}) => ({
  startedDateTime: '2026-01-01T00:00:10.000Z',
  time: 0,
  timings,
  request: { method: 'GET', url, headers },
  response: { status: 0, headers: [], bodySize: -1, ...response },
});

/** The live events of a request that Firefox hands to the service worker. */
function handedOver(webRequest = new WebRequestDecoder()): readonly WireEvent[] {
  return [
    ...webRequest.beforeRequest(details),
    ...webRequest.beforeRedirect({ ...details, statusCode: 0, redirectUrl: url }),
  ];
}

function firefox(...events: readonly WireEvent[]): DevtoolsNetworkDecoder {
  const decoder = new DevtoolsNetworkDecoder(0, 'firefox');
  decoder.wire(events);
  return decoder;
}

test('a redirect to itself without a status is none', () => {
  expect(handedOver().map(({ type }) => type)).toEqual(['request']);
  const elsewhere = { ...details, statusCode: 0, redirectUrl: 'https://api.example/orders' };
  expect(new WebRequestDecoder().beforeRedirect(elsewhere)).toHaveLength(1);
  expect(
    new WebRequestDecoder().beforeRedirect({ ...details, statusCode: 302, redirectUrl: url }),
  ).toHaveLength(1);
});

test('what the worker answered ends the request that webRequest left open, never before its start', () => {
  const told = firefox(...handedOver()).finished(entry({ status: 503 }), '');
  expect(told).toMatchObject([
    { id: '7', time: details.timeStamp, type: 'response', status: 503, fromServiceWorker: true },
    { id: '7', type: 'completion' },
  ]);
});

test('what it failed on ends too', () => {
  expect(firefox(...handedOver()).finished(entry(), '')).toMatchObject([
    { id: '7', type: 'failure', blockedReason: unseenByNetwork },
  ]);
});

test('twins end one by one', () => {
  const webRequest = new WebRequestDecoder();
  const twin = webRequest.beforeRequest({ ...details, requestId: '8' });
  const decoder = firefox(...handedOver(webRequest), ...twin);
  const ends = [1, 2, 3].map(() => decoder.finished(entry({ status: 200, bodySize: 2 }), '').at(-1)?.id);
  expect(ends).toEqual(['7', '8', undefined]);
});

test('what the worker lets pass is webRequest’s to end, and counts once', () => {
  const webRequest = new WebRequestDecoder();
  const decoder = firefox(
    ...handedOver(webRequest),
    ...webRequest.beforeRequest(details),
    ...webRequest.sendHeaders({ ...details, requestHeaders: [] }),
  );
  expect(decoder.finished(entry({ status: 200 }), '')).toEqual([]);
  // Not swallowed as a second twin.
  expect(decoder.finished(entry(), '')).not.toEqual([]);
});

test.each([
  ['its Origin tells an https page', [origin], '', 'mixed-content', 'fetch'],
  [
    'an http page',
    [{ name: 'Origin', value: 'http://app.example' }],
    'https://other.example/',
    'csp',
    'fetch',
  ],
  ['no Origin: no fetch', [], 'http://app.example/', 'csp', 'other'],
  ['a font', [origin, { name: 'Accept', value: 'application/font-woff2' }], '', 'mixed-content', 'font'],
])('stopped before the network: %s', (_, headers, page, blockedReason, resourceType) => {
  const told = firefox().finished(entry({}, headers), page);
  expect(told[0]).toMatchObject({ type: 'request', resourceType });
  expect(told.at(-1)).toMatchObject({ type: 'failure', blockedReason });
});

test('what the network or CORS failed has times, and is not told again', () => {
  expect(firefox().finished(entry({ bodySize: 0 }, [origin], { blocked: 0, send: 0 }), '')).toEqual([]);
  expect(firefox().finished(entry({ status: 200 }), '')).toEqual([]);
  expect(
    firefox(...handedOver(), { id: '7', time: 0, type: 'failure', error: 'x' }).finished(entry(), ''),
  ).toEqual([]);
});
