import type { Requester, ResourceType } from '../exchange/index.ts';

/** CDP `Network.ResourceType`; types that CORS need not know are `other`. */
const types: ReadonlyMap<string, ResourceType> = new Map<string, ResourceType>([
  ['Fetch', 'fetch'],
  ['XHR', 'xhr'],
  ['EventSource', 'eventsource'],
  ['Script', 'script'],
  ['Font', 'font'],
  ['Image', 'image'],
  ['Media', 'media'],
  ['TextTrack', 'media'],
  ['Stylesheet', 'stylesheet'],
  ['Ping', 'beacon'],
  ['WebSocket', 'websocket'],
  ['Document', 'document'],
]);

export const debuggerType = (type: string): ResourceType => types.get(type) ?? 'other';

/** CDP `Target.TargetInfo.type`; `page`, `iframe` and what is not known are pages. */
const requesters: ReadonlyMap<string, Requester> = new Map<string, Requester>([
  ['worker', 'worker'],
  ['shared_worker', 'shared-worker'],
  ['service_worker', 'service-worker'],
]);

export const debuggerRequester = (type: string): Requester => requesters.get(type) ?? 'page';
