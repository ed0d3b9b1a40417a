import type { BrowserProfile } from '../cors/index.ts';
import type { Exchange } from './exchange.ts';
import { needsOf, owesPreflight } from './owed.ts';
import type { PreflightState } from './verdict.ts';
import { corsHops } from './walk.ts';

/** Of the first hop that owed a preflight: was it sent, answered by a cache, or neither? */
export function preflightState(exchange: Exchange, profile: BrowserProfile): PreflightState {
  const crossed = corsHops(exchange);
  for (const [index, hop] of exchange.hops.entries()) {
    if (hop.preflight !== null) return 'sent';
    if (crossed[index] !== true || !owesPreflight(needsOf(hop, exchange.resourceType, profile))) continue;
    return exchange.cachedPreflight === null ? 'missing' : 'cached';
  }
  return 'not-needed';
}
