import { headerValue, isCrossOrigin, isRedirect, serializeOrigin } from '../cors/index.ts';
import type { AnsweredPreflights } from './answered.ts';
import { type Browser, type Exchange, type Hop, untold } from './exchange.ts';
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
  if (origin === null) return null;
  const profile = profileOf(browser);
  const tainted = taints(
    hops.map((hop) => hop.url),
    origin,
  );
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
    const asked = tainted[index] === true && !profile.preflightKeepsOriginAfterTaint ? 'null' : origin;
    return answered.find({ origin: asked, url: hop.url, time: actual.startedAt, needs, servedBy });
  }
  return null;
}

/** Within its own origin a request has cookies in the mode `same-origin` too. */
function provenCredentials(track: Track, origin: string | null): 'include' | null {
  if (track.provenCredentials !== null || origin === null) return track.provenCredentials;
  const urls = track.hops.map(({ url }) => url);
  const proves = [...track.includesAt].some((index) => isCrossOrigin(origin, urls.slice(0, index + 1)));
  return proves ? 'include' : null;
}

const toldOf = ({
  unfinished,
  error,
  reported,
  blockedReason,
  fromServiceWorker,
  passed,
  requester,
  headsShown,
  tabInferred,
  call,
}: Track) => ({
  unfinished,
  error,
  reported,
  blockedReason,
  fromServiceWorker,
  passed,
  requester,
  headsShown,
  tabInferred,
  call,
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
  return {
    id: track.id,
    ...capture,
    resourceType: track.resourceType,
    origin,
    hops,
    startedAt: track.hops[0]?.startedAt ?? 0,
    state: track.settled && !track.unfinished ? 'settled' : 'pending',
    ...toldOf(track),
    provenCredentials: provenCredentials(track, origin),
    cachedPreflight: cachedPreflight(hops, origin, track, capture.browser, answered),
  };
}

/**
 * A preflight that no actual request followed, as an exchange of its own: Firefox's HAR has no entry for a request that
 * its preflight stopped.
 */
export function buildOrphan(preflight: Track, capture: CaptureOf): Exchange {
  const head = firstHop(preflight);
  const exchanged = head === undefined ? null : exchangedOf(head);
  return {
    ...untold,
    id: preflight.id,
    ...capture,
    resourceType: preflight.resourceType === 'other' ? 'fetch' : preflight.resourceType,
    origin: preflightOrigin(preflight) ?? preflight.initiator,
    hops: [{ url: head?.url ?? '', preflight: exchanged, actual: null }],
    startedAt: head?.startedAt ?? 0,
    state: 'settled',
    ...toldOf(preflight),
  };
}

/** Whether the response of the last hop only points on to a hop that has not come yet. */
export function awaitsRedirect(exchange: Exchange): boolean {
  const response = exchange.hops[exchange.hops.length - 1]?.actual?.response ?? null;
  return (
    exchange.state === 'pending' &&
    response !== null &&
    isRedirect(response.status, response.headers, profileOf(exchange.browser))
  );
}
