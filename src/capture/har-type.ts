import { headerValue } from '../cors/index.ts';
import type { ResourceType } from '../exchange/index.ts';
import type { HarEntry } from './har-entry.ts';

/** Chrome's `_resourceType` values and the Standard's destinations (`Sec-Fetch-Dest`). */
const types: ReadonlyMap<string, ResourceType> = new Map<string, ResourceType>([
  ['fetch', 'fetch'],
  ['xhr', 'xhr'],
  ['eventsource', 'eventsource'],
  ['script', 'script'],
  ['font', 'font'],
  ['image', 'image'],
  ['media', 'media'],
  ['stylesheet', 'stylesheet'],
  ['ping', 'beacon'],
  ['websocket', 'websocket'],
  ['document', 'document'],
  ['empty', 'fetch'],
  ['audio', 'media'],
  ['video', 'media'],
  ['style', 'stylesheet'],
  ['iframe', 'document'],
  ['frame', 'document'],
  ['object', 'document'],
  ['embed', 'document'],
]);

/** How every browser's `Accept` of a navigation begins. */
const navigationAccept = /^text\/html,application\/xhtml\+xml/;

/** What the requester is: as Chrome says it, else as the request's own metadata headers do. */
export function harResourceType(entry: HarEntry): ResourceType {
  if (entry.resourceType !== '' && entry.resourceType !== 'other' && !entry.isPreflight) {
    return types.get(entry.resourceType) ?? 'other';
  }
  if (/^wss?:/i.test(entry.url)) return 'websocket';
  const mode = headerValue(entry.requestHeaders, 'sec-fetch-mode');
  if (mode === 'navigate') return 'document';
  if (mode === 'websocket') return 'websocket';
  const accept = headerValue(entry.requestHeaders, 'accept') ?? '';
  const destination = headerValue(entry.requestHeaders, 'sec-fetch-dest');
  // An EventSource has no destination of its own.
  if (accept === 'text/event-stream' && (destination ?? 'empty') === 'empty') return 'eventsource';
  if (destination !== null) return types.get(destination) ?? 'other';
  // A navigation carries Origin only where it posts a form. Scripts ask for `text/html` too, or for that and anything.
  const posts = entry.method === 'POST' || headerValue(entry.requestHeaders, 'origin') === null;
  if (navigationAccept.test(accept) && posts) return 'document';
  return 'other';
}
