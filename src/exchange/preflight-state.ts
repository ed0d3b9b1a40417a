import type { BrowserProfile } from '../cors/index.ts';
import type { Exchange, ManualSettings } from './exchange.ts';
import { needsOf, owesPreflight } from './owed.ts';
import { isUnsent } from './stopped-redirect.ts';
import type { PreflightState } from './verdict.ts';
import { corsHops } from './walk.ts';

/**
 * Of the first hop that owed a preflight: was it sent, answered by a cache, or neither? Where none was seen the user's
 * word goes before ours: a cache may have been filled before the capture began, or emptied by hand.
 */
export function preflightState(
  exchange: Exchange,
  profile: BrowserProfile,
  settings: ManualSettings,
): PreflightState {
  const crossed = corsHops(exchange);
  for (let index = 0; index < exchange.hops.length; index += 1) {
    const hop = exchange.hops[index];
    if (hop === undefined) break;
    if (hop.preflight !== null) return 'sent';
    if (index > 0 && isUnsent(hop)) continue;
    if (crossed[index] !== true || !owesPreflight(needsOf(hop, exchange.resourceType, profile))) continue;
    return settings.preflight ?? (exchange.cachedPreflight === null ? 'missing' : 'cached');
  }
  return 'not-needed';
}
