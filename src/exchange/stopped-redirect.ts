import { locationUrl } from '../cors/index.ts';
import { endsAtRedirect } from './ends-at-redirect.ts';
import type { Exchange, Hop } from './exchange.ts';

/** Nothing of it went over the wire: the source announced it, and no more. */
export const isUnsent = ({ preflight, actual }: Hop): boolean =>
  preflight === null && actual !== null && actual.response === null && !actual.request.headersKnown;

/**
 * Ended as aborted at a redirect that could have been followed. That is what Chromium shows of `redirect: "manual"`,
 * where the script gets an opaque response, of `redirect: "error"`, where it fails, and of an abort at that moment.
 * Firefox shows the two, and a Location that leads nowhere, as ended well.
 */
export function stoppedAtRedirect(exchange: Exchange): boolean {
  const { browser, error, hops, state } = exchange;
  const last = hops[hops.length - 1];
  if (last === undefined) return false;
  if (browser === 'firefox' && error === null) return state === 'settled' && endsAtRedirect(exchange);
  if (error === null || !error.endsWith('ABORTED')) return false;
  return endsAtRedirect(exchange) || (hops.length > 1 && isUnsent(last));
}

/** The last response is a redirect to what is no HTTP(S) URL: Firefox's `webRequest` tells no end of it. */
export function leadsNowhere(exchange: Exchange): boolean {
  const last = exchange.hops[exchange.hops.length - 1];
  const response = last?.actual?.response ?? null;
  if (last === undefined || response === null || !endsAtRedirect(exchange)) return false;
  return !/^https?:/.test(locationUrl(last.url, response.headers) ?? '');
}
