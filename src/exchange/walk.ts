import {
  allowedHeaderNames,
  type BrowserProfile,
  type Credentials,
  corsCheck,
  crossesAlong,
  headerValue,
  preflightCheck,
  preflightSkipsCorsCheck,
  type Refusal,
} from '../cors/index.ts';
import type { Exchange, Hop } from './exchange.ts';
import type { Exchanged } from './message.ts';
import { taints } from './origin.ts';
import { needsOf } from './owed.ts';
import { refusedRedirect } from './refused-redirect.ts';
import { rememberLast } from './remember-last.ts';

/** How an exchange ends for one credentials mode, by its messages alone. `hop` is where it was decided. */
export type Ending = { readonly hop: number; readonly deviates: boolean } & (
  | { readonly outcome: 'blocked'; readonly step: 'preflight' | 'actual'; readonly refusal: Refusal }
  | { readonly outcome: 'allowed' }
  /** A message that would decide did not come. */
  | { readonly outcome: 'unanswered'; readonly step: 'preflight' | 'actual' }
);

const include = (credentials: Credentials): boolean => credentials === 'include';

/** `Authorization` was let through by a `*` that the Standard does not let cover it. */
function leansOnWildcard(hop: Hop, headers: readonly string[], credentials: Credentials): boolean {
  if (include(credentials) || !headers.includes('authorization')) return false;
  const response = hop.preflight?.response ?? null;
  if (response === null) return false;
  const allowed = allowedHeaderNames(response.headers);
  return allowed !== 'invalid' && allowed.has('*') && !allowed.has('authorization');
}

/**
 * HTTP-redirect fetch: a Location that CORS forbids to follow, where the request is cors already, or becomes so by going
 * there. Asked of the last hop only: a redirect that was followed had none.
 */
function redirectRefusal(exchange: Exchange, crossOrigin: boolean): Refusal | null {
  const hop = exchange.hops[exchange.hops.length - 1];
  const response = hop?.actual?.response ?? null;
  if (hop === undefined || response === null) return null;
  return refusedRedirect(hop.url, response, exchange.origin, crossOrigin);
}

/** Why CORS forbade the redirect to a hop that sources announce though it is never sent: its scheme is not HTTP. */
function refusalOnTheWay({ hops, origin }: Exchange, index: number): Refusal | null {
  const from = hops[index - 1];
  const to = hops[index];
  const response = from?.actual?.response ?? null;
  if (from === undefined || to === undefined || response === null || /^https?:/i.test(to.url)) return null;
  return refusedRedirect(from.url, response, origin, true);
}

/** Whether CORS has a say: some hop is fetched with it, or the last one's redirect would make it so and is refused for that. */
export const concernsCors = (exchange: Exchange): boolean =>
  corsHops(exchange).includes(true) || redirectRefusal(exchange, false) !== null;

/**
 * Chromium redirects an http URL to https by itself (HSTS, an extension) after it has made the preflight, and refuses
 * that redirect as it would a server's (measured in 156; the Standard upgrades before the preflight). HARs name it;
 * webRequest shows a preflight that failed without ever being sent, while a fault of the network is named at the
 * request that waits for it.
 */
function movedByBrowser({ request, response, error }: Exchanged, exchange: Exchange): boolean {
  if (exchange.browser !== 'chromium' || response !== null || !request.url.startsWith('http:')) return false;
  if (error === 'net::ERR_INVALID_REDIRECT') return true;
  const unsent = exchange.source === 'webRequest' && !request.headersKnown;
  return unsent && error === 'net::ERR_FAILED' && exchange.error === 'net::ERR_FAILED';
}

function preflightEnding(
  hop: Hop,
  index: number,
  origin: string,
  credentials: Credentials,
  exchange: Exchange,
  profile: BrowserProfile,
): Ending | null {
  const { preflight } = hop;
  if (preflight === null) return null;
  if (movedByBrowser(preflight, exchange))
    return {
      hop: index,
      deviates: false,
      outcome: 'blocked',
      step: 'preflight',
      refusal: { code: 'PreflightDisallowedRedirect', parameter: '' },
    };
  if (preflight.response === null)
    return { hop: index, deviates: false, outcome: 'unanswered', step: 'preflight' };
  const needs = needsOf(hop, exchange.resourceType, profile);
  const refusal = preflightCheck(
    {
      origin,
      credentials,
      method: needs.method,
      unsafeHeaders: needs.headers,
      status: preflight.response.status,
      headers: preflight.response.headers,
      skipsCorsCheck: preflightSkipsCorsCheck(origin, hop.url, profile),
    },
    profile,
  );
  if (refusal === null) return null;
  const deviates = leansOnWildcard(hop, needs.headers, credentials);
  return { hop: index, deviates, outcome: 'blocked', step: 'preflight', refusal };
}

/** Whether each hop is fetched with CORS; of an unknown requester every one is taken to be. */
export const corsHops = rememberLast((exchange: Exchange): readonly boolean[] => {
  const urls = urlsOf(exchange);
  return exchange.origin === null ? urls.map(() => true) : crossesAlong(exchange.origin, urls);
});

const taintedHops = rememberLast((exchange: Exchange): readonly boolean[] =>
  taints(urlsOf(exchange), exchange.origin),
);

const urlsOf = rememberLast(({ hops }: Exchange): readonly string[] => hops.map(({ url }) => url));

/**
 * Walks the hops in cors mode and stops at the first refusal, or where an answer is missing. `from`: the hops before are
 * known to pass by what they list, not by a `*`.
 */
export function walk(
  exchange: Exchange,
  credentials: Credentials,
  profile: BrowserProfile,
  from = 0,
): Ending {
  const { hops } = exchange;
  const crossed = corsHops(exchange);
  const tainted = taintedHops(exchange);
  const last = hops.length - 1;
  let deviates = false;
  for (let index = from; index < hops.length; index += 1) {
    const hop = hops[index];
    if (hop === undefined) break;
    const response = hop.actual?.response ?? null;
    const unfollowed = response === null ? refusalOnTheWay(exchange, index) : null;
    if (unfollowed !== null)
      return { hop: index - 1, deviates, outcome: 'blocked', step: 'actual', refusal: unfollowed };
    if (crossed[index] === true) {
      const real = exchange.origin ?? headerValue(hop.actual?.request.headers ?? [], 'origin') ?? 'null';
      const origin = tainted[index] === true ? 'null' : real;
      const preflightOrigin = profile.preflightKeepsOriginAfterTaint ? real : origin;
      const ending = preflightEnding(hop, index, preflightOrigin, credentials, exchange, profile);
      if (ending !== null) return ending;
      deviates ||=
        hop.preflight !== null &&
        leansOnWildcard(hop, needsOf(hop, exchange.resourceType, profile).headers, credentials);
      if (response === null) return { hop: index, deviates, outcome: 'unanswered', step: 'actual' };
      const refusal = corsCheck({ origin, credentials, headers: response.headers });
      if (refusal !== null) return { hop: index, deviates, outcome: 'blocked', step: 'actual', refusal };
    } else if (response === null) {
      return { hop: index, deviates, outcome: 'unanswered', step: 'actual' };
    }
  }
  const refusal = redirectRefusal(exchange, crossed[last] === true);
  if (refusal !== null) return { hop: last, deviates, outcome: 'blocked', step: 'actual', refusal };
  return { hop: last, deviates, outcome: 'allowed' };
}
