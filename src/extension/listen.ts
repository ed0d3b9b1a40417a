import type { WebRequest } from 'webextension-polyfill';
import { WebRequestDecoder, type WireEvent } from '../capture/index.ts';
import { serializeOrigin } from '../cors/index.ts';
import { BackgroundRequests, noTab } from './background-requests.ts';
import type { CaptureEvent } from './capture-event.ts';
import { extraHeaders, type Sink, subscribe } from './subscribe.ts';
import { TabOrigins } from './tab-origins.ts';

type WebRequestApi = WebRequest.Static;

/** A document whose response will replace the page: not a download, and not an answer that leaves the page as it is. */
function replacesPage(details: {
  statusCode: number;
  responseHeaders?: WebRequest.HttpHeaders | undefined;
}): boolean {
  const disposition = details.responseHeaders?.find(
    (header) => header.name.toLowerCase() === 'content-disposition',
  );
  return (
    details.statusCode !== 204 &&
    details.statusCode !== 205 &&
    !/^\s*attachment/i.test(disposition?.value ?? '')
  );
}

/** What workers without a tab send, whatever the page wanted it for. */
const ofWorkers: WebRequest.ResourceType = 'xmlhttprequest';

/** All other types that this browser knows; null where it does not list them, and would refuse a wrong one. */
function otherTypes(api: object): WebRequest.ResourceType[] | null {
  const types: unknown = Reflect.get(api, 'ResourceType');
  if (typeof types !== 'object' || types === null) return null;
  const isOther = (type: unknown): type is WebRequest.ResourceType =>
    typeof type === 'string' && type !== ofWorkers;
  return Object.values(types).filter(isOther);
}

/**
 * Listens to one tab's traffic in every frame and dedicated worker, and to that of shared and service workers which are
 * taken to be the tab's (`TabOrigins`). Events reach `emit` in the browser's order. `page` is the URL that the tab shows
 * already. Returns the function that stops.
 */
export function listen(
  api: WebRequestApi,
  tabId: number,
  emit: (event: CaptureEvent) => void,
  page: Promise<string | null> = Promise.resolve(null),
): () => void {
  const origins = new TabOrigins();
  const background = new BackgroundRequests(origins);
  const show = (url: string | null): void => {
    const origin = url === null ? null : serializeOrigin(url);
    if (origin !== null) origins.shows(origin);
  };
  void page.then(show);
  const tell = (events: readonly WireEvent[]): void => {
    if (events.length > 0) emit({ type: 'wire', events });
  };
  // Only Chromium knows `extraHeaders`.
  const isChromium = extraHeaders(api).length > 0;
  const ofTab: Sink = {
    decoder: new WebRequestDecoder({ isChromium }),
    take(events) {
      for (const event of events) {
        // Who asked for a document may be another tab's page.
        if (event.type === 'request' && event.resourceType !== 'document' && event.initiator !== null)
          origins.shows(event.initiator);
      }
      tell(events);
    },
  };
  const ofNoTab: Sink = {
    decoder: new WebRequestDecoder({ isChromium }),
    take: (events) => tell(background.admit(events)),
  };
  const showsDocument = (details: WebRequest.OnHeadersReceivedDetailsType): undefined => {
    if (details.type === 'main_frame') {
      if (!replacesPage(details)) return;
      origins.leaves(details.timeStamp);
      emit({ type: 'navigated', url: details.url });
    }
    show(details.url);
  };

  const urls = ['<all_urls>'];
  const documents: WebRequest.RequestFilter = { urls, tabId, types: ['main_frame', 'sub_frame'] };
  api.onHeadersReceived.addListener(showsDocument, documents, ['responseHeaders']);
  // No filter asks for no tab alone. So that no event comes twice, one listening takes this type of every tab.
  const types = otherTypes(api);
  const stopOwn = subscribe(api, { urls, tabId, ...(types === null ? {} : { types }) }, () => ofTab);
  const stopWorkers = subscribe(api, { urls, types: [ofWorkers] }, (details) => {
    if (details.tabId === noTab) return ofNoTab;
    return details.tabId === tabId && types !== null ? ofTab : null;
  });
  return () => {
    api.onHeadersReceived.removeListener(showsDocument);
    stopOwn();
    stopWorkers();
  };
}
