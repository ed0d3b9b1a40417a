import type { Candidate } from './candidates.ts';
import { endsAtRedirect } from './ends-at-redirect.ts';
import type { Exchange } from './exchange.ts';
import type { Observed } from './observed.ts';
import { orNetworkError, plain, type Said } from './said.ts';
import type { Verdict } from './verdict.ts';

/** Why a redirect is refused for where it leads; a script that asked not to follow it is not asked. */
export const isOfRedirect = (code: Verdict['code']): boolean =>
  code === 'CorsDisabledScheme' || code === 'RedirectContainsCredentials';

/**
 * The same, doubted where the redirect may not have been to be followed: Chromium asks where one leads only if it is. The
 * end of `redirect: "error"` and of a same-origin request is an abort, which no refusal is, and in its HAR has the name of
 * one: there a refusal that one credentials mode alone explains is likely, and no more.
 */
export function orUnfollowed(
  said: Said,
  exchange: Exchange,
  { end }: Observed,
  candidates: readonly Candidate[],
): Said {
  const { browser, source, error } = exchange;
  if (said.code === null || browser !== 'chromium' || error === null) return said;
  if (source !== 'har' && !error.endsWith('ABORTED')) return said;
  if (isOfRedirect(said.code)) {
    // Nearly every script has redirects followed: what failed was likely the refusal.
    return error.endsWith('ABORTED')
      ? plain('network-error', 'assumed', [said.code, ...said.alternatives, 'allowed'])
      : orNetworkError(said);
  }
  const passes = ({ ending }: Candidate) => ending.outcome === 'allowed';
  if (end !== 'refused' || !endsAtRedirect(exchange) || !candidates.some(passes)) return said;
  return orNetworkError(said);
}
