import { headerValue, isCrossOrigin, serializeOrigin } from '../cors/index.ts';
import type { AnsweredPreflights } from './answered.ts';
import { endsAtRedirect } from './ends-at-redirect.ts';
import type { Browser, Exchange, Hop } from './exchange.ts';
import type { Exchanged } from './message.ts';
import { preflightOrigin, requesterOrigin, taints } from './origin.ts';
import { needsOf, owesPreflight } from './owed.ts';
import { profileOf } from './profile-of.ts';
import { isUnsent } from './stopped-redirect.ts';
import { exchangedOf, firstHop, type HopTrack, type Track } from './track.ts';
import type { SourceKind } from './wire-event.ts';

export interface CaptureOf {
  readonly source: SourceKind;
  readonly browser: Browser;
}

function preflightOfHop(hop: HopTrack): Exchanged | null {
  const head = hop.preflight === null ? undefined : firstHop(hop.preflight);
  return head === undefined ? null : exchangedOf(head);
}

/** The first hop that left its origin, owed a preflight and sent none: what earlier preflight can have served it? */
function cachedPreflight(
  hops: readonly Hop[],
  origin: string | null,
  { resourceType, servedBy, settled }: Track,
  browser: Browser,
  answered: AnsweredPreflights,
): Exchanged | null {
  if (origin === null || (servedBy === null && answered.size === 0)) return null;
  const profile = profileOf(browser);
  let crossed = false;
  for (const [index, hop] of hops.entries()) {
    crossed ||= serializeOrigin(hop.url) !== origin;
    const { actual } = hop;
    if (!crossed || actual === null || hop.preflight !== null) continue;
    // One hop that shows nothing may be a worker's, of which a HAR hides all that CORS blocked.
    if (isUnsent(hop) && (index > 0 || !settled)) continue;
    if (headerValue(actual.request.headers, 'sec-fetch-mode') === 'no-cors') return null;
    const needs = needsOf(hop, resourceType, profile);
    if (!owesPreflight(needs)) continue;
    const urls = hops.map(({ url }) => url);
    const isTainted = taints(urls, origin)[index] === true && !profile.preflightKeepsOriginAfterTaint;
    const asked = isTainted ? 'null' : origin;
    return answered.find({ origin: asked, url: hop.url, time: actual.startedAt, needs, servedBy });
  }
  return null;
}

/** Within its own origin a request has cookies in the mode `same-origin` too. */
function provenCredentials(track: Track, origin: string | null): 'include' | null {
  const isTold = track.includesAt.length > 0 && origin !== null;
  if (track.provenCredentials !== null || !isTold) return track.provenCredentials;
  const urls = track.hops.map(({ url }) => url);
  const proves = track.includesAt.some((index) => isCrossOrigin(origin, urls.slice(0, index + 1)));
  return proves ? 'include' : null;
}

/** Written out without spreads: an engine lays out best what is made at once, and many exchanges are kept. */
const exchangeOf = (
  track: Track,
  { source, browser }: CaptureOf,
  own: Pick<Exchange, 'resourceType' | 'origin' | 'hops' | 'state' | 'provenCredentials' | 'cachedPreflight'>,
): Exchange => ({
  id: track.id,
  source,
  browser,
  resourceType: own.resourceType,
  origin: own.origin,
  hops: own.hops,
  startedAt: firstHop(track)?.startedAt ?? 0,
  state: own.state,
  unfinished: track.unfinished,
  error: track.error,
  reported: track.reported,
  provenCredentials: own.provenCredentials,
  cachedPreflight: own.cachedPreflight,
  blockedReason: track.blockedReason,
  fromServiceWorker: track.fromServiceWorker,
  passed: track.passed,
  requester: track.requester,
  headsShown: track.headsShown,
  tabInferred: track.tabInferred,
  call: track.call,
});

/** A track as the exchange that it is now. */
export function buildExchange(track: Track, capture: CaptureOf, answered: AnsweredPreflights): Exchange {
  const origin = requesterOrigin(track);
  const hops = track.hops.map(
    (hop): Hop => ({
      url: hop.url,
      preflight: preflightOfHop(hop),
      actual: exchangedOf(hop),
    }),
  );
  return exchangeOf(track, capture, {
    resourceType: track.resourceType,
    origin,
    hops,
    state: track.settled && !track.unfinished ? 'settled' : 'pending',
    provenCredentials: provenCredentials(track, origin),
    cachedPreflight: cachedPreflight(hops, origin, track, capture.browser, answered),
  });
}

/**
 * A preflight that no actual request followed, as an exchange of its own: Firefox's HAR has no entry for a request that
 * its preflight stopped.
 */
export function buildOrphan(preflight: Track, capture: CaptureOf): Exchange {
  const head = firstHop(preflight);
  const exchanged = head === undefined ? null : exchangedOf(head);
  return exchangeOf(preflight, capture, {
    resourceType: preflight.resourceType === 'other' ? 'fetch' : preflight.resourceType,
    origin: preflightOrigin(preflight) ?? preflight.initiator,
    hops: [{ url: head?.url ?? '', preflight: exchanged, actual: null }],
    state: 'settled',
    provenCredentials: null,
    cachedPreflight: null,
  });
}

/** Whether the response of the last hop only points on to a hop that has not come yet. */
export function awaitsRedirect(exchange: Exchange): boolean {
  return exchange.state === 'pending' && endsAtRedirect(exchange);
}
