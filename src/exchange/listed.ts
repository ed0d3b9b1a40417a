import { headerValue, serializeOrigin } from '../cors/index.ts';
import { isEmptied } from './emptied.ts';
import { requesterOrigin } from './origin.ts';
import { refusedRedirect } from './refused-redirect.ts';
import type { HopTrack, Track } from './track.ts';

const isHttp = (url: string): boolean => /^https?:/i.test(url);

/** Whether a hop leaves the requester's origin, or did so before; null while nothing tells. */
function crossesOrigin(hop: HopTrack, origin: string | null): boolean | null {
  if (!isHttp(hop.url)) return false;
  if (origin !== null) return serializeOrigin(hop.url) !== origin;
  const site = headerValue(hop.headers, 'sec-fetch-site');
  if (site === null) return null;
  return site === 'cross-site' || site === 'same-site';
}

/** Whether the request is in cors mode, as far as its wire tells; null while nothing tells. */
function isCorsMode(track: Track, hop: HopTrack): boolean | null {
  const mode = headerValue(hop.headers, 'sec-fetch-mode');
  if (mode !== null) return mode === 'cors';
  switch (track.resourceType) {
    case 'fetch':
    case 'xhr':
    case 'eventsource':
    case 'font':
      return true;
    case 'beacon':
      // A beacon with a safelisted body is no-cors, though it carries Origin; any other is preflighted.
      return false;
    default:
      // A no-cors GET carries no Origin (Fetch, "append a request Origin header"). Of headers that were to be sent, one that is
      // there tells as much; one that is not may have been left out.
      if (headerValue(hop.headers, 'origin') !== null) return true;
      return hop.headersKnown ? false : null;
  }
}

/** Whether it stayed on its origin only because CORS forbids where a redirect would have taken it. */
function stopsAtBorder(track: Track, origin: string | null): boolean {
  const hop = track.hops.findLast(({ url }) => isHttp(url));
  if (origin === null || hop === undefined || hop.response === null) return false;
  return refusedRedirect(hop.url, hop.response, origin, false) !== null;
}

/** Its answer was emptied, which is done to none of the own origin, whatever else tells of the requester. */
function wasEmptied({ error, fromServiceWorker, hops }: Track): boolean {
  const hop = hops[hops.length - 1];
  if (hop === undefined || fromServiceWorker || !isHttp(hop.url)) return false;
  return isEmptied(error, hop.headersKnown, hop.response);
}

/**
 * Whether a track is an exchange: whatever the browser itself refuses by CORS, every cors-mode request that leaves its origin at some hop, and no-cors fetch and
 * XHR that do. Navigations, websockets, other no-cors loads and same-origin requests are none.
 */
export function isExchange(track: Track): boolean {
  if (track.role !== 'actual') return false;
  if (track.reported !== null || track.hops.some((hop) => hop.preflight !== null)) return true;
  if (track.resourceType === 'document' || track.resourceType === 'websocket') return false;
  const origin = requesterOrigin(track);
  const crosses = track.hops.some((hop) => crossesOrigin(hop, origin) === true);
  if (!crosses && !stopsAtBorder(track, origin) && !wasEmptied(track)) return false;
  if (track.resourceType === 'fetch' || track.resourceType === 'xhr') return true;
  // Other no-cors loads are none, unless the browser refused one across origins: that looks like CORS.
  if (/^net::ERR_BLOCKED_BY_(?:ORB|RESPONSE)/.test(track.error ?? '')) return true;
  return track.hops.some((hop) => isCorsMode(track, hop) === true);
}
