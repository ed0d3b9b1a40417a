import { isRedirect, isRedirectStatus } from '../cors/index.ts';
import type { Exchange } from './exchange.ts';
import { profileOf } from './profile-of.ts';

/** Whether the last answer that came is a redirect, by the browser's own reading. */
export function endsAtRedirect({ browser, hops }: Pick<Exchange, 'browser' | 'hops'>): boolean {
  const response = hops[hops.length - 1]?.actual?.response ?? null;
  return response !== null && isRedirect(response.status, response.headers, profileOf(browser));
}

/**
 * Whether the last answer has a redirect's status and leads nowhere. A script may read it, but for one that asked for
 * `redirect: "error"`: the Standard fails for the status alone (HTTP fetch, step 6), and so does Firefox; Chromium does not.
 */
export function mayFailAtStatus({
  browser,
  error,
  hops,
}: Pick<Exchange, 'browser' | 'error' | 'hops'>): boolean {
  const response = hops[hops.length - 1]?.actual?.response ?? null;
  if (browser === 'chromium' || error !== null || response === null) return false;
  return isRedirectStatus(response.status) && !endsAtRedirect({ browser, hops });
}
