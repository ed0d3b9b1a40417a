import { serializeOrigin } from '../cors/index.ts';
import type { ResourceType } from '../exchange/index.ts';
import type { WebRequestDetails } from './webrequest-details.ts';

const resourceTypes: ReadonlyMap<string, ResourceType> = new Map<string, ResourceType>([
  ['main_frame', 'document'],
  ['sub_frame', 'document'],
  ['stylesheet', 'stylesheet'],
  ['script', 'script'],
  ['json', 'script'],
  ['image', 'image'],
  ['imageset', 'image'],
  ['font', 'font'],
  ['media', 'media'],
  ['xmlhttprequest', 'xhr'],
  ['ping', 'beacon'],
  ['beacon', 'beacon'],
  ['websocket', 'websocket'],
]);

/**
 * `xmlhttprequest` covers fetch, XHR and EventSource, and preflights as well: the API does not tell them apart, so all
 * are `xhr` here. Types that CORS need not know are `other`.
 */
export function webRequestType(type: string): ResourceType {
  return resourceTypes.get(type) ?? 'other';
}

/**
 * The requester's serialised origin, null where the browser does not tell. Chromium names the origin itself; Firefox
 * names URLs, and those of opaque origins (`moz-nullprincipal:`, `data:`, `file:`) serialise to `'null'`.
 */
export function webRequestInitiator(details: WebRequestDetails): string | null {
  if (details.initiator !== undefined) return details.initiator;
  const url = details.originUrl ?? details.documentUrl;
  return url === undefined ? null : serializeOrigin(url);
}

/** Tab, frame and document: a preflight and its actual request have the same ones. */
export function webRequestScope({ tabId, frameId, documentId }: WebRequestDetails): string {
  return [tabId, frameId, ...(documentId === undefined ? [] : [documentId])].join('/');
}

/** The URL as a request carries it. */
export function withoutFragment(url: string): string {
  const hash = url.indexOf('#');
  return hash < 0 ? url : url.slice(0, hash);
}
