import { isRedirect } from '../cors/index.ts';
import type { Exchange, Hop } from './exchange.ts';
import { profileOf } from './profile-of.ts';

/** Nothing of it went over the wire: the source announced it, and no more. */
export const isUnsent = ({ preflight, actual }: Hop): boolean =>
  preflight === null && actual !== null && actual.response === null && !actual.request.headersKnown;

/**
 * Ended as aborted at a redirect that could have been followed. That is what Chromium shows of `redirect: "manual"`,
 * where the script gets an opaque response, of `redirect: "error"`, where it fails, and of an abort at that moment.
 */
export function stoppedAtRedirect({ browser, error, hops }: Exchange): boolean {
  const last = hops[hops.length - 1];
  if (error === null || !error.endsWith('ABORTED') || last === undefined) return false;
  const response = last.actual?.response ?? null;
  if (response !== null) return isRedirect(response.status, response.headers, profileOf(browser));
  return hops.length > 1 && isUnsent(last);
}
