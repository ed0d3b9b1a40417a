import { describe, expect, it } from 'vitest';
import type { WireEvent } from '../exchange/index.ts';
// Recorded in Chromium 156 and Firefox 153. The recording kept the request headers' names only: the values of Origin and
// of Access-Control-Request-* were filled in afterwards.
import recorded from './fixtures/webrequest.json' with { type: 'json' };
import { WebRequestDecoder } from './webrequest.ts';

type Details = (typeof recorded)['chromium' | 'firefox'][number];

function decode(details: readonly Details[]): WireEvent[] {
  const decoder = new WebRequestDecoder();
  return details.flatMap((each, index) => {
    const { statusCode = 0, redirectUrl = '', error = '', ...rest } = each;
    const d = { ...rest, statusCode, redirectUrl, error, timeStamp: 1000 + index };
    switch (each.event) {
      case 'onBeforeRequest':
        return decoder.beforeRequest(d);
      case 'onSendHeaders':
        return decoder.sendHeaders(d);
      case 'onHeadersReceived':
        return decoder.headersReceived(d);
      case 'onBeforeRedirect':
        return decoder.beforeRedirect(d);
      case 'onCompleted':
        return decoder.completed(d);
      case 'onErrorOccurred':
        return decoder.errorOccurred(d);
      default:
        throw new Error(`unknown event ${each.event}`);
    }
  });
}

/** One word per event: enough to read an order. */
function line(event: WireEvent): string {
  switch (event.type) {
    case 'request':
      return `${event.id} ${event.method} ${event.url.slice(7, 8)}`;
    case 'request-headers':
      return `${event.id} headers`;
    case 'response':
      return `${event.id} ${event.status}`;
    case 'redirect':
      return `${event.id} ${event.status} to ${event.location.slice(7, 8)}`;
    case 'failure':
      return `${event.id} ${event.error}`;
    default:
      return `${event.id} ${event.type}`;
  }
}

function lines(browser: 'chromium' | 'firefox', ...ids: string[]): string[] {
  return decode(recorded[browser])
    .filter((event) => ids.includes(event.id))
    .map(line);
}

describe('recorded traffic', () => {
  it.each([
    [
      'a preflight that passed, Chromium: the actual request waits for it',
      'chromium',
      ['9', '10'],
      '9 PUT b, 10 OPTIONS b, 10 headers, 10 204, 10 completion, 9 headers, 9 200, 9 completion',
    ],
    [
      'a preflight that failed, Chromium: the preflight completes, the actual request fails without headers',
      'chromium',
      ['11', '12'],
      '11 PUT b, 12 OPTIONS b, 12 headers, 12 200, 12 completion, 11 net::ERR_FAILED',
    ],
    [
      'a blocked simple request, Chromium',
      'chromium',
      ['13'],
      '13 GET b, 13 headers, 13 200, 13 net::ERR_FAILED',
    ],
    [
      'a redirect keeps the id, Chromium',
      'chromium',
      ['16'],
      '16 GET b, 16 headers, 16 302, 16 302 to c, 16 GET c, 16 headers, 16 200, 16 net::ERR_FAILED',
    ],
    [
      'a preflight that passed, Firefox: the actual headers come first',
      'firefox',
      ['16', '17'],
      '16 PUT b, 16 headers, 17 OPTIONS b, 17 headers, 17 204, 17 completion, 16 200, 16 completion',
    ],
    [
      'a preflight that failed, Firefox: both fail',
      'firefox',
      ['22', '23'],
      '22 PUT b, 22 headers, 23 OPTIONS b, 23 headers, 23 200, 23 NS_ERROR_DOM_BAD_URI, 22 NS_ERROR_DOM_BAD_URI',
    ],
    [
      'a redirected preflight, Firefox: it never ends',
      'firefox',
      ['36', '37'],
      '36 PUT b, 36 headers, 37 OPTIONS b, 37 headers, 37 302, 37 302 to b, 36 NS_ERROR_DOM_BAD_URI',
    ],
  ] as const)('%s', (_, browser, ids, expected) => {
    expect(lines(browser, ...ids).join(', ')).toBe(expected);
  });

  it.each(['chromium', 'firefox'] as const)('%s: requester and scope are those of the page', (browser) => {
    const requests = decode(recorded[browser]).filter((event) => event.type === 'request');
    expect(new Set(requests.map((event) => event.initiator))).toEqual(new Set(['http://a.test:18473']));
    expect(new Set(requests.map((event) => event.scope)).size).toBe(1);
    expect(new Set(requests.map((event) => event.resourceType))).toEqual(new Set(['xhr']));
  });

  it('keeps header lines in order', () => {
    const preflight = decode(recorded.chromium).find((event) => event.type === 'response');
    expect(preflight).toMatchObject({
      status: 204,
      fromCache: false,
      time: 1004 - 1,
      headers: [
        ['Access-Control-Allow-Origin', 'http://a.test:18473'],
        ['Access-Control-Allow-Methods', 'PUT'],
        ['Access-Control-Allow-Headers', 'x-test'],
        ['Access-Control-Max-Age', '600'],
        ['Connection', 'close'],
      ],
    });
  });
});

const details = {
  requestId: '1',
  url: 'https://api.test/x?y#z',
  method: 'GET',
  type: 'xmlhttprequest',
  tabId: 3,
  frameId: 0,
  timeStamp: 12.5,
} as const;

describe('WebRequestDecoder', () => {
  it('tells a response from the cache once more, at the end, where only the end knows', () => {
    const decoder = new WebRequestDecoder();
    const head = { statusCode: 200, responseHeaders: [{ name: 'Vary', value: 'Origin' }] };
    expect(decoder.headersReceived({ ...details, ...head })).toMatchObject([{ fromCache: false }]);
    expect(decoder.completed({ ...details, fromCache: true })).toEqual([
      { id: '1', time: 12.5, type: 'response', status: 200, headers: [['Vary', 'Origin']], fromCache: true },
      { id: '1', time: 12.5, type: 'completion', body: null },
    ]);
    expect(decoder.completed({ ...details, fromCache: true })).toHaveLength(1);
  });

  it('does not tell it twice where the head already said so', () => {
    const decoder = new WebRequestDecoder();
    expect(decoder.headersReceived({ ...details, statusCode: 200, fromCache: true })).toMatchObject([
      { fromCache: true },
    ]);
    expect(decoder.errorOccurred({ ...details, error: 'net::ERR_FAILED', fromCache: true })).toHaveLength(1);
  });

  it('forgets the oldest heads of requests that never end', () => {
    const decoder = new WebRequestDecoder();
    for (let id = 0; id <= 1_000; id += 1) {
      decoder.headersReceived({ ...details, requestId: String(id), statusCode: 200 });
    }
    const ends = ['0', '1', '1000'].map(
      (requestId) => decoder.completed({ ...details, requestId, fromCache: true }).length,
    );
    expect(ends).toEqual([1, 2, 2]);
  });

  it('takes the head of a redirect that comes without headers, and a redirect that no server sent', () => {
    const decoder = new WebRequestDecoder();
    const redirectUrl = 'https://b.test/#f';
    decoder.headersReceived({ ...details, statusCode: 302, responseHeaders: [{ name: 'A', value: 'b' }] });
    expect(decoder.beforeRedirect({ ...details, statusCode: 302, redirectUrl })).toMatchObject([
      { headers: [['A', 'b']], location: 'https://b.test/' },
    ]);
    expect(decoder.beforeRedirect({ ...details, statusCode: 307, redirectUrl })).toMatchObject([
      { headers: [], status: 307 },
    ]);
  });

  it('says that headers are provisional where the browser gave none', () => {
    expect(new WebRequestDecoder().sendHeaders(details)).toMatchObject([{ headers: [], provisional: true }]);
  });

  it('does not pass a time that is no number on', () => {
    const [event] = new WebRequestDecoder().beforeRequest({ ...details, timeStamp: Number.NaN });
    expect(event).toMatchObject({ time: 0, url: 'https://api.test/x?y' });
  });
});

describe('a response that starts', () => {
  const details = { requestId: '1', url: 'https://b.test/', method: 'GET', type: 'xmlhttprequest' };
  const more = { ...details, tabId: 1, frameId: 0, timeStamp: 1 };
  const answered = (decoder: WebRequestDecoder) =>
    decoder.headersReceived({ ...more, statusCode: 200, responseHeaders: [{ name: 'a', value: 'b' }] });

  it('was let through by Chromium, which checks before', () => {
    const decoder = new WebRequestDecoder({ isChromium: true });
    answered(decoder);
    expect(decoder.responseStarted(more)).toMatchObject([
      { type: 'response', status: 200, headers: [['a', 'b']], passed: true },
    ]);
  });

  it('proves nothing in Firefox, which checks after, nor without its head', () => {
    const firefox = new WebRequestDecoder();
    answered(firefox);
    expect(firefox.responseStarted(more)).toEqual([]);
    expect(new WebRequestDecoder({ isChromium: true }).responseStarted(more)).toEqual([]);
  });
});
