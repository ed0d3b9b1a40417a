import { expect, test } from 'vitest';
import { assemble, judge, type WireEvent } from '../exchange/index.ts';
import { WebRequestDecoder } from './webrequest.ts';

const details = (requestId: string, method: string, timeStamp: number) => ({
  requestId,
  method,
  url: 'http://api.example/orders',
  type: 'xmlhttprequest',
  tabId: 1,
  frameId: 0,
  documentId: 'D',
  initiator: 'https://app.example',
  timeStamp,
});
const failed = { error: 'net::ERR_FAILED' };
const sent = { requestHeaders: [{ name: 'Origin', value: 'https://app.example' }] };

const exchanges = (feed: (decoder: WebRequestDecoder) => readonly (readonly WireEvent[])[]) => {
  const decoder = new WebRequestDecoder();
  const events = feed(decoder).flat();
  return assemble(events, { source: 'webRequest', browser: 'chromium' });
};

test('a preflight that was made and never sent belongs to the request that failed with it', () => {
  const [one, ...others] = exchanges((decoder) => [
    decoder.beforeRequest(details('1', 'GET', 1)),
    decoder.beforeRequest(details('2', 'OPTIONS', 2)),
    decoder.errorOccurred({ ...details('1', 'GET', 3), ...failed }),
    decoder.errorOccurred({ ...details('2', 'OPTIONS', 3), ...failed }),
  ]);
  expect(others).toEqual([]);
  expect(one && judge(one).verdict).toMatchObject({
    outcome: 'blocked',
    code: 'PreflightDisallowedRedirect',
  });
});

test('a page’s own OPTIONS that was sent stays its own', () => {
  const made = exchanges((decoder) => [
    decoder.beforeRequest(details('1', 'GET', 1)),
    decoder.beforeRequest(details('2', 'OPTIONS', 2)),
    decoder.sendHeaders({ ...details('2', 'OPTIONS', 2), ...sent }),
    decoder.errorOccurred({ ...details('1', 'GET', 3), ...failed }),
    decoder.errorOccurred({ ...details('2', 'OPTIONS', 3), ...failed }),
  ]);
  expect(made).toHaveLength(2);
});

test('a page’s own OPTIONS that waits for its preflight is not taken for one: HSTS moves http URLs only', () => {
  const secure = (id: string, method: string, time: number) => ({
    ...details(id, method, time),
    url: 'https://api.example/orders',
  });
  const made = exchanges((decoder) => [
    decoder.beforeRequest(secure('1', 'OPTIONS', 1)),
    decoder.sendHeaders({ ...secure('1', 'OPTIONS', 2), ...sent }),
    decoder.beforeRequest(secure('2', 'OPTIONS', 3)),
    decoder.errorOccurred({ ...secure('1', 'OPTIONS', 4), ...failed }),
    decoder.sendHeaders({ ...secure('2', 'OPTIONS', 5), ...sent }),
    decoder.errorOccurred({ ...secure('2', 'OPTIONS', 6), ...failed }),
  ]);
  expect(made.map(({ id, hops }) => [id, hops[0]?.preflight])).toEqual([
    ['1', null],
    ['2', null],
  ]);
});
