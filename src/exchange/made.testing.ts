import type { HeaderLines } from '../cors/index.ts';
import { type Exchange, type Hop, untold } from './exchange.ts';

export const page = 'https://app.test';
export const api = 'https://api.test/orders';

/** A hop that needed no preflight. `sent` is null where the source does not show the wire's headers, `answer` where none came. */
export const hop = (
  method: string,
  sent: HeaderLines | null,
  answer: readonly [status: number, headers: HeaderLines] | null,
  url = api,
): Hop => ({
  url,
  preflight: null,
  actual: {
    request: { method, url, headers: sent ?? [], headersKnown: sent !== null },
    response: answer && { status: answer[0], headers: answer[1], body: null, fromCache: false },
    error: null,
    startedAt: 0,
    endedAt: 1,
  },
});

/** An exchange of `page` as Chromium's `webRequest` tells it, unless `more` says otherwise. */
export const exchange = (hops: readonly Hop[], more: Partial<Exchange> = {}): Exchange => ({
  ...untold,
  id: '1',
  source: 'webRequest',
  browser: 'chromium',
  resourceType: 'fetch',
  origin: page,
  hops,
  startedAt: 0,
  state: 'settled',
  error: null,
  ...more,
});

export const allowed: HeaderLines = [['Access-Control-Allow-Origin', page]];
