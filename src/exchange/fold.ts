import { type HeaderLines, headerValue } from '../cors/index.ts';
import { foldOfHop } from './fold-hop.ts';
import { type HopTrack, lastHop, type Track } from './track.ts';
import type { WireEvent } from './wire-event.ts';

type RequestEvent = Extract<WireEvent, { type: 'request' }>;

/** Shared by all of which nothing was told: nearly every track is such a one at first. */
const nothing: readonly never[] = [];

const hopOf = (track: Track, event: RequestEvent): HopTrack => ({
  track,
  method: event.method,
  url: event.url,
  startedAt: event.time,
  headers: nothing,
  headersKnown: false,
  response: null,
  redirected: false,
  error: null,
  endedAt: null,
  closedAt: null,
  preflight: null,
});

/** A new track for an id that was not seen before. */
export function beginTrack(event: RequestEvent): Track {
  const track: Track = {
    id: event.id,
    resourceType: event.resourceType,
    initiator: event.initiator,
    scope: event.scope,
    preflightOf: event.preflightOf,
    role: event.isPreflight ? 'preflight' : event.method === 'OPTIONS' ? 'unknown' : 'actual',
    hops: [],
    settled: false,
    unfinished: false,
    error: null,
    reported: null,
    blockedReason: null,
    fromServiceWorker: false,
    passed: false,
    requester: event.requester ?? 'page',
    headsShown: event.headsShown === true,
    tabInferred: event.tabInferred === true,
    call: event.call ?? nothing,
    provenCredentials: null,
    includesAt: nothing,
    pairedWith: null,
    servedBy: null,
    listed: false,
  };
  // An array of one hop: one that is pushed to keeps room for sixteen more, and redirects are rare.
  track.hops = [hopOf(track, event)];
  return track;
}

/**
 * A `request` event for a known id: the next hop of a redirect, or a repetition, which is ignored.
 * Returns the new hop, or null.
 */
export function continueTrack(track: Track, event: RequestEvent): HopTrack | null {
  const hop = lastHop(track);
  if (hop === undefined || track.settled || track.role === 'preflight') return null;
  const expected = hop.redirected;
  // A source that lost the redirect still shows it by the new URL.
  const moved = event.url !== hop.url && event.time >= hop.startedAt;
  if (!expected && !moved) return null;
  if (expected && event.time < (hop.endedAt ?? hop.startedAt)) return null;
  hop.closedAt ??= event.time;
  hop.endedAt ??= event.time;
  const next = hopOf(track, event);
  track.hops.push(next);
  return next;
}

/**
 * The head of the hop before, told once more after the next one began at the very time at which it ended. Of a hop that
 * takes no time and is answered by the same head nothing tells it apart; only files know such hops, and they repeat nothing.
 */
function isHeadBefore(track: Track, event: WireEvent): boolean {
  if (track.hops.length === 1 || (event.type !== 'response' && event.type !== 'redirect')) return false;
  const before = track.hops[track.hops.length - 2];
  const head = before?.response ?? null;
  if (head === null || before?.endedAt !== event.time || before.url === lastHop(track)?.url) return false;
  return head.status === event.status && isSame(head.headers, event.headers);
}

const isSame = (a: HeaderLines, b: HeaderLines): boolean =>
  a === b ||
  (a.length === b.length && a.every(([name, value], at) => name === b[at]?.[0] && value === b[at]?.[1]));

/**
 * Folds any other event into its track. Events of an earlier hop that are repeated late, and events after the end, are
 * ignored, except the browser's word on why it refused, which may come last.
 * Returns whether anything changed.
 */
export function foldEvent(track: Track, event: Exclude<WireEvent, RequestEvent>): boolean {
  if (event.type === 'refusal') {
    track.reported = event.refusal;
    track.initiator = event.initiator ?? track.initiator;
    return true;
  }
  const ofHop = foldOfHop(track, event);
  if (ofHop !== null) return ofHop;
  if (event.type === 'credentials') {
    track.provenCredentials = event.credentials;
    return true;
  }
  const hop = lastHop(track);
  if (hop === undefined || track.settled || event.time < hop.startedAt) return false;
  // Firefox announces a redirect before it checks it; one that it refuses ends there.
  if (hop.redirected && event.type !== 'failure' && event.type !== 'unfinished') return false;
  if (isHeadBefore(track, event)) return false;
  switch (event.type) {
    case 'request-headers':
      if (hop.headersKnown && event.provisional) return false;
      hop.headers = event.headers;
      hop.headersKnown = !event.provisional;
      if (track.role === 'unknown') {
        track.role =
          headerValue(event.headers, 'access-control-request-method') === null ? 'actual' : 'preflight';
      }
      return true;
    case 'response':
      hop.response = { status: event.status, headers: event.headers, body: null, fromCache: event.fromCache };
      track.fromServiceWorker ||= event.fromServiceWorker === true;
      track.passed ||= event.passed === true;
      break;
    case 'redirect':
      hop.response = { status: event.status, headers: event.headers, body: null, fromCache: false };
      hop.endedAt = event.time;
      // A preflight's redirect is never followed (CORS-preflight fetch, step 7).
      hop.redirected = track.role !== 'preflight';
      break;
    case 'failure':
      hop.error = event.error;
      hop.redirected = false;
      hop.endedAt = event.time;
      track.error = event.error;
      track.blockedReason = event.blockedReason ?? null;
      track.settled = true;
      break;
    case 'unfinished':
      track.unfinished = true;
      track.settled = true;
      break;
    case 'completion':
      if (hop.response !== null && event.body !== null) hop.response = { ...hop.response, body: event.body };
      hop.endedAt = event.time;
      track.settled = true;
      break;
  }
  if (track.role === 'unknown') track.role = 'actual';
  return true;
}
