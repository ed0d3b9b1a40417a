import type { Candidate } from './candidates.ts';
import type { Exchange } from './exchange.ts';
import type { Observed } from './observed.ts';
import type { Said } from './said.ts';
import type { Verdict } from './verdict.ts';

/** Why a response that is not shown may have been refused: by the CORS check, or for where it leads. */
export const hiddenCodes: Verdict['alternatives'] = [
  'MissingAllowOriginHeader',
  'AllowOriginMismatch',
  'WildcardOriginNotAllowed',
  'InvalidAllowCredentials',
  'MultipleAllowOriginValues',
  'InvalidAllowOriginValue',
  'CorsDisabledScheme',
  'RedirectContainsCredentials',
];

/**
 * DevTools' HAR of a worker: the wire's own heads are told to another target, so that a response that CORS blocked
 * leaves nothing but its end, as a failed redirect does.
 */
export function hidesBlocked({ source, hops, headsShown }: Exchange): boolean {
  if (headsShown || source !== 'har') return false;
  const actual = hops[hops.length - 1]?.actual ?? null;
  return actual !== null && actual.response === null && !actual.request.headersKnown;
}

/** The same, doubted where the preflight may as well have passed and the response was refused that is not shown. */
export function orHidden(
  said: Said,
  exchange: Exchange,
  { end }: Observed,
  candidates: readonly Candidate[],
): Said {
  const passes = ({ ending }: Candidate) => ending.outcome === 'unanswered' && ending.step === 'actual';
  if (end !== 'refused' || !hidesBlocked(exchange) || !candidates.some(passes)) return said;
  return { ...said, basis: 'assumed', alternatives: [...new Set([...said.alternatives, ...hiddenCodes])] };
}
