import { isRedirect } from '../cors/index.ts';
import type { Exchange } from './exchange.ts';
import { profileOf } from './profile-of.ts';

/** Whether the last answer that came is a redirect, by the browser's own reading. */
export function endsAtRedirect({ browser, hops }: Pick<Exchange, 'browser' | 'hops'>): boolean {
  const response = hops[hops.length - 1]?.actual?.response ?? null;
  return response !== null && isRedirect(response.status, response.headers, profileOf(browser));
}
