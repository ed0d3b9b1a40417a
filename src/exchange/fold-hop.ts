import type { Track } from './track.ts';
import type { WireEvent } from './wire-event.ts';

/**
 * Folds what the source tells of one hop by its number, whenever it comes: the hop may be over, and so may the request.
 * Returns whether anything changed; null where the event names no hop.
 */
export function foldOfHop(track: Track, event: WireEvent): boolean | null {
  if (!('hop' in event) || event.hop === undefined) return null;
  const hop = track.hops[event.hop];
  if (hop === undefined) return false;
  switch (event.type) {
    case 'request-headers':
      hop.headers = event.headers;
      hop.headersKnown = !event.provisional;
      break;
    case 'response':
      hop.response = {
        status: event.status,
        headers: event.headers,
        body: hop.response?.body ?? null,
        fromCache: event.fromCache,
      };
      track.fromServiceWorker ||= event.fromServiceWorker === true;
      track.passed ||= event.passed === true;
      break;
    case 'credentials':
      track.includesAt = [...new Set([...track.includesAt, event.hop])];
      break;
  }
  return true;
}
