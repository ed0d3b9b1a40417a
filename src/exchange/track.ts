import type { HeaderLines } from '../cors/index.ts';
import type { Exchanged, ResponseHead } from './message.ts';
import type { CallFrame, Reported, Requester } from './told.ts';
import type { ResourceType } from './wire-event.ts';

/** One hop while it is being assembled: mutable, and never handed out. */
export interface HopTrack {
  readonly track: Track;
  readonly method: string;
  readonly url: string;
  readonly startedAt: number;
  headers: HeaderLines;
  headersKnown: boolean;
  response: ResponseHead | null;
  /** The response was a redirect that the browser followed, so that another hop is due. */
  redirected: boolean;
  error: string | null;
  endedAt: number | null;
  /** From this time on no preflight can belong to this hop; null while one still can. */
  closedAt: number | null;
  preflight: Track | null;
}

/**
 * One id of the source. An OPTIONS request stays `unknown` until its headers tell whether it is a preflight: a page's
 * own fetch may use OPTIONS too, but no script can set `Access-Control-Request-Method`.
 */
export interface Track {
  readonly id: string;
  readonly resourceType: ResourceType;
  initiator: string | null;
  readonly scope: string;
  readonly preflightOf: string | null;
  role: 'unknown' | 'actual' | 'preflight';
  /** Never empty. */
  hops: HopTrack[];
  settled: boolean;
  /** The capture was over first: settled, but not seen to end. */
  unfinished: boolean;
  error: string | null;
  reported: Reported | null;
  blockedReason: string | null;
  fromServiceWorker: boolean;
  passed: boolean;
  readonly requester: Requester;
  readonly headsShown: boolean;
  readonly tabInferred: boolean;
  readonly call: readonly CallFrame[];
  provenCredentials: 'include' | null;
  /** Hops at which cookies were seen to be considered; that proves `include` only where the hop left the requester's origin. */
  includesAt: readonly number[];
  /** The hop of which this track, a preflight, was found to be part. */
  pairedWith: HopTrack | null;
  /** The earlier preflight that was found to have served it: kept, though a cache would have let it go since. */
  servedBy: Exchanged | null;
  /** Decided once: what was listed stays listed. */
  listed: boolean;
}

/** First hop of a track. A track is created with one. */
export function firstHop(track: Track): HopTrack | undefined {
  return track.hops[0];
}

/** The hop now under way. */
export function lastHop(track: Track): HopTrack | undefined {
  return track.hops[track.hops.length - 1];
}

/** The hop as plain data. */
export function exchangedOf(hop: HopTrack): Exchanged {
  return {
    request: { method: hop.method, url: hop.url, headers: hop.headers, headersKnown: hop.headersKnown },
    response: hop.response,
    error: hop.error,
    startedAt: hop.startedAt,
    endedAt: hop.endedAt,
  };
}
