import type { WebRequest } from 'webextension-polyfill';
import { WebRequestDecoder, type WireEvent } from '../capture/index.ts';
import type { CaptureEvent } from './capture-event.ts';

type WebRequestApi = WebRequest.Static;

/** Chromium hides preflights, `Origin` and more without `extraHeaders`; Firefox shows them and refuses the word. */
function extraHeaders(api: object): string[] {
  const options: unknown = Reflect.get(api, 'OnSendHeadersOptions');
  return typeof options === 'object' && options !== null && 'EXTRA_HEADERS' in options
    ? ['extraHeaders']
    : [];
}

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

/**
 * Listens to one tab's traffic in every frame and dedicated worker. Events reach `emit` in the browser's order.
 * Returns the function that stops.
 */
export function listen(api: WebRequestApi, tabId: number, emit: (event: CaptureEvent) => void): () => void {
  const decoder = new WebRequestDecoder();
  const filter: WebRequest.RequestFilter = { urls: ['<all_urls>'], tabId };
  const wire = (events: readonly WireEvent[]): void => {
    if (events.length > 0) emit({ type: 'wire', events });
  };
  const beforeRequest = (details: WebRequest.OnBeforeRequestDetailsType): undefined => {
    wire(decoder.beforeRequest(details));
  };
  const sendHeaders = (details: WebRequest.OnSendHeadersDetailsType): void =>
    wire(decoder.sendHeaders(details));
  const headersReceived = (details: WebRequest.OnHeadersReceivedDetailsType): undefined => {
    if (details.type === 'main_frame' && replacesPage(details)) emit({ type: 'navigated', url: details.url });
    wire(decoder.headersReceived(details));
  };
  const beforeRedirect = (details: WebRequest.OnBeforeRedirectDetailsType): void =>
    wire(decoder.beforeRedirect(details));
  const completed = (details: WebRequest.OnCompletedDetailsType): void => wire(decoder.completed(details));
  const errorOccurred = (details: WebRequest.OnErrorOccurredDetailsType): void =>
    wire(decoder.errorOccurred(details));

  const extra = extraHeaders(api);
  api.onBeforeRequest.addListener(beforeRequest, filter);
  api.onSendHeaders.addListener(sendHeaders, filter, [
    'requestHeaders',
    ...extra,
  ] as WebRequest.OnSendHeadersOptions[]);
  api.onHeadersReceived.addListener(headersReceived, filter, [
    'responseHeaders',
    ...extra,
  ] as WebRequest.OnHeadersReceivedOptions[]);
  api.onBeforeRedirect.addListener(beforeRedirect, filter, [
    'responseHeaders',
    ...extra,
  ] as WebRequest.OnBeforeRedirectOptions[]);
  api.onCompleted.addListener(completed, filter);
  api.onErrorOccurred.addListener(errorOccurred, filter);
  return () => {
    api.onBeforeRequest.removeListener(beforeRequest);
    api.onSendHeaders.removeListener(sendHeaders);
    api.onHeadersReceived.removeListener(headersReceived);
    api.onBeforeRedirect.removeListener(beforeRedirect);
    api.onCompleted.removeListener(completed);
    api.onErrorOccurred.removeListener(errorOccurred);
  };
}
