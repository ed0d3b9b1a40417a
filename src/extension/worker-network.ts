import type { WebRequest } from 'webextension-polyfill';
import { WebRequestDecoder, type WireEvent } from '../capture/index.ts';
import { noTab } from './background-requests.ts';
import { extraHeaders, type Sink, subscribe } from './subscribe.ts';

/** Listens to what belongs to no tab: what workers send. Returns the function that stops. */
export function listenToWorkers(
  api: WebRequest.Static,
  take: (events: readonly WireEvent[]) => void,
): () => void {
  const sink: Sink = { decoder: new WebRequestDecoder({ isChromium: extraHeaders(api).length > 0 }), take };
  return subscribe(api, { urls: ['<all_urls>'], types: ['xmlhttprequest'] }, ({ tabId }) =>
    tabId === noTab ? sink : null,
  );
}
