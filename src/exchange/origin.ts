import { headerValue, serializeOrigin, taintsAlong } from '../cors/index.ts';
import { firstHop, type HopTrack, type Track } from './track.ts';

function wireOrigin(hop: HopTrack): string | null {
  const own = headerValue(hop.headers, 'origin');
  if (own !== null) return own;
  const preflight = hop.preflight === null ? undefined : firstHop(hop.preflight);
  return preflight === undefined ? null : headerValue(preflight.headers, 'origin');
}

function refererOrigin(hop: HopTrack): string | null {
  const referer = headerValue(hop.headers, 'referer');
  if (referer === null) return null;
  const origin = serializeOrigin(referer);
  return origin === 'null' ? null : origin;
}

/** A document of the URL's own origin by its address, to which the browser says cross-site: it is sandboxed. */
function isOpaque(initiator: string, first: HopTrack): boolean {
  if (headerValue(first.headers, 'sec-fetch-site') !== 'cross-site') return false;
  return serializeOrigin(first.url) === initiator;
}

/**
 * The requester's serialised origin: its own `Origin` header, else its preflight's, else what the source says of the
 * initiator, else a later hop's `Origin` (a same-origin GET carries none until it is redirected away), else the
 * referrer's. After a redirect `Origin` may be `null` by taint, which tells nothing of the requester.
 */
export function requesterOrigin(track: Track): string | null {
  const first = firstHop(track);
  if (first === undefined) return null;
  const noCors = headerValue(first.headers, 'sec-fetch-mode') === 'no-cors';
  const wire = wireOrigin(first);
  // A no-cors request's Origin becomes `null` by referrer policy (Fetch, "append a request Origin header").
  if (wire !== null && !(wire === 'null' && noCors && track.initiator !== null)) return wire;
  if (track.initiator !== null) return isOpaque(track.initiator, first) ? 'null' : track.initiator;
  for (const hop of track.hops.slice(1)) {
    const later = wireOrigin(hop);
    if (later !== null && later !== 'null') return later;
  }
  return refererOrigin(first);
}

/** Whether each hop carries `Origin: null` because of its redirects. Of an unknown requester any change of origin taints. */
export function taints(urls: readonly string[], origin: string | null): readonly boolean[] {
  return taintsAlong(origin ?? '', urls);
}

export const preflightOrigin = (preflight: Track): string | null => {
  const hop = firstHop(preflight);
  return hop === undefined ? null : headerValue(hop.headers, 'origin');
};
