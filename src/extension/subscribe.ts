import type { WebRequest } from 'webextension-polyfill';
import type { WebRequestDecoder, WireEvent } from '../capture/index.ts';

type Api = WebRequest.Static;

/** Where decoded events go. Each source of requests has a decoder of its own, so that one cannot crowd out the other. */
export interface Sink {
  readonly decoder: WebRequestDecoder;
  take(events: readonly WireEvent[]): void;
}

/** Chromium hides preflights, `Origin` and more without `extraHeaders`; Firefox shows them and refuses the word. */
export function extraHeaders(api: object): string[] {
  const options: unknown = Reflect.get(api, 'OnSendHeadersOptions');
  return typeof options === 'object' && options !== null && 'EXTRA_HEADERS' in options
    ? ['extraHeaders']
    : [];
}

/** Listens to every stage of the requests that pass the filter; each event goes to the sink that `sinkOf` names for it. Returns the function that stops. */
export function subscribe(
  api: Api,
  filter: WebRequest.RequestFilter,
  sinkOf: (details: { readonly tabId: number }) => Sink | null,
): () => void {
  const beforeRequest = (details: WebRequest.OnBeforeRequestDetailsType): undefined => {
    const sink = sinkOf(details);
    sink?.take(sink.decoder.beforeRequest(details));
  };
  const sendHeaders = (details: WebRequest.OnSendHeadersDetailsType): void => {
    const sink = sinkOf(details);
    sink?.take(sink.decoder.sendHeaders(details));
  };
  const headersReceived = (details: WebRequest.OnHeadersReceivedDetailsType): undefined => {
    const sink = sinkOf(details);
    sink?.take(sink.decoder.headersReceived(details));
  };
  const beforeRedirect = (details: WebRequest.OnBeforeRedirectDetailsType): void => {
    const sink = sinkOf(details);
    sink?.take(sink.decoder.beforeRedirect(details));
  };
  const responseStarted = (details: WebRequest.OnResponseStartedDetailsType): void => {
    const sink = sinkOf(details);
    sink?.take(sink.decoder.responseStarted(details));
  };
  const completed = (details: WebRequest.OnCompletedDetailsType): void => {
    const sink = sinkOf(details);
    sink?.take(sink.decoder.completed(details));
  };
  const errorOccurred = (details: WebRequest.OnErrorOccurredDetailsType): void => {
    const sink = sinkOf(details);
    sink?.take(sink.decoder.errorOccurred(details));
  };

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
  api.onResponseStarted.addListener(responseStarted, filter);
  api.onCompleted.addListener(completed, filter);
  api.onErrorOccurred.addListener(errorOccurred, filter);
  return () => {
    api.onBeforeRequest.removeListener(beforeRequest);
    api.onSendHeaders.removeListener(sendHeaders);
    api.onHeadersReceived.removeListener(headersReceived);
    api.onBeforeRedirect.removeListener(beforeRedirect);
    api.onResponseStarted.removeListener(responseStarted);
    api.onCompleted.removeListener(completed);
    api.onErrorOccurred.removeListener(errorOccurred);
  };
}
