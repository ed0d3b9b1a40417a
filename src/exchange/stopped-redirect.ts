import { isRedirect, locationUrl } from '../cors/index.ts';
import type { Exchange, Hop } from './exchange.ts';
import { profileOf } from './profile-of.ts';

/** Nothing of it went over the wire: the source announced it, and no more. */
export const isUnsent = ({ preflight, actual }: Hop): boolean =>
  preflight === null && actual !== null && actual.response === null && !actual.request.headersKnown;

/**
 * Ended as aborted at a redirect that could have been followed. That is what Chromium shows of `redirect: "manual"`,
 * where the script gets an opaque response, of `redirect: "error"`, where it fails, and of an abort at that moment.
 * Firefox shows the two, and a Location that leads nowhere, as ended well.
 */
export function stoppedAtRedirect({ browser, error, hops, state }: Exchange): boolean {
  const last = hops[hops.length - 1];
  if (last === undefined) return false;
  const response = last.actual?.response ?? null;
  if (browser === 'firefox' && error === null)
    return (
      state === 'settled' &&
      response !== null &&
      isRedirect(response.status, response.headers, profileOf(browser))
    );
  if (error === null || !error.endsWith('ABORTED')) return false;
  if (response !== null) return isRedirect(response.status, response.headers, profileOf(browser));
  return hops.length > 1 && isUnsent(last);
}

/** The last response is a redirect to what is no HTTP(S) URL: Firefox's `webRequest` tells no end of it. */
export function leadsNowhere({ browser, hops }: Exchange): boolean {
  const last = hops[hops.length - 1];
  const response = last?.actual?.response ?? null;
  if (last === undefined || response === null) return false;
  if (!isRedirect(response.status, response.headers, profileOf(browser))) return false;
  return !/^https?:/.test(locationUrl(last.url, response.headers) ?? '');
}
