/** The model's runs as the details that `webRequest` hands to listeners. */
import type { WireEvent } from './wire-event.ts';

/** Name of the browser's event, and its details; both browsers' own members. */
export interface Listened {
  readonly event:
    | 'onBeforeRequest'
    | 'onSendHeaders'
    | 'onHeadersReceived'
    | 'onBeforeRedirect'
    | 'onCompleted'
    | 'onErrorOccurred';
  readonly details: {
    readonly requestId: string;
    readonly url: string;
    readonly method: string;
    readonly type: string;
    readonly tabId: number;
    readonly frameId: number;
    readonly timeStamp: number;
    readonly documentId?: string;
    readonly initiator?: string;
    readonly originUrl?: string;
    readonly requestHeaders?: readonly { readonly name: string; readonly value: string }[];
    readonly responseHeaders?: readonly { readonly name: string; readonly value: string }[];
    readonly statusCode: number;
    readonly redirectUrl: string;
    readonly error: string;
    readonly fromCache: boolean;
  };
}

const pairs = (headers: readonly (readonly [string, string])[]) =>
  headers.map(([name, value]) => ({ name, value }));

/** `events` are those of `traffic-wire.testing.ts` for `webRequest`. */
export function listenedOf(
  events: readonly WireEvent[],
  browser: 'chromium' | 'firefox',
): readonly Listened[] {
  const requests = new Map<string, Extract<WireEvent, { type: 'request' }>>();
  return events.flatMap((event): readonly Listened[] => {
    if (event.type === 'request') requests.set(event.id, event);
    const request = requests.get(event.id);
    if (request === undefined) return [];
    const [, frame = '0', documentId] = request.scope.split('/');
    const origin = request.initiator ?? '';
    const details: Listened['details'] = {
      requestId: event.id,
      url: `${request.url}#part`,
      method: request.method,
      type: 'xmlhttprequest',
      tabId: 1,
      frameId: Number(frame),
      timeStamp: event.time,
      ...(browser === 'chromium'
        ? { documentId: documentId ?? '', initiator: origin }
        : { originUrl: `${origin}/x` }),
      statusCode: 0,
      redirectUrl: '',
      error: '',
      fromCache: false,
    };
    switch (event.type) {
      case 'request':
        return [{ event: 'onBeforeRequest', details }];
      case 'request-headers':
        return [{ event: 'onSendHeaders', details: { ...details, requestHeaders: pairs(event.headers) } }];
      case 'response': {
        const head = { statusCode: event.status, responseHeaders: pairs(event.headers) };
        return [{ event: 'onHeadersReceived', details: { ...details, ...head } }];
      }
      case 'redirect': {
        const head = { statusCode: event.status, responseHeaders: pairs(event.headers) };
        return [{ event: 'onBeforeRedirect', details: { ...details, ...head, redirectUrl: event.location } }];
      }
      case 'completion':
        return [{ event: 'onCompleted', details }];
      case 'failure':
        return [{ event: 'onErrorOccurred', details: { ...details, error: event.error } }];
      default:
        return [];
    }
  });
}
