import type { HeaderLines } from '../cors/index.ts';
import type { CallFrame, ResourceType } from '../exchange/index.ts';
import { debuggerCall } from './debugger-call.ts';
import { fieldsOf, hasItems, numberOf, textOf } from './debugger-field.ts';
import { debuggerHeaders } from './debugger-headers.ts';
import type { PageReceived, WireReceived, WireSent } from './debugger-joined.ts';
import { debuggerType } from './debugger-type.ts';
import { withoutFragment } from './har-entry.ts';

/** What of `Network.requestWillBeSent` is read. */
export interface RequestSeen {
  readonly method: string;
  /** Empty for what is no request: `data:`, `blob:`, or nothing readable. */
  readonly url: string;
  readonly headers: HeaderLines;
  readonly resourceType: ResourceType;
  readonly documentUrl: string;
  readonly frame: string;
  readonly isPreflight: boolean;
  /** CDP's id of the preflight's actual request; empty where it is not told. */
  readonly preflightOf: string;
  readonly call: readonly CallFrame[];
  readonly redirect: { readonly head: PageReceived; readonly hasExtra: boolean | null } | null;
  /** Milliseconds since the epoch; null where it is not told. */
  readonly wallTime: number | null;
}

export function readRequest(params: unknown): RequestSeen {
  const fields = fieldsOf(params);
  const request = fieldsOf(fields.request);
  const initiator = fieldsOf(fields.initiator);
  const url = textOf(request.url);
  const isPreflight = initiator.type === 'preflight';
  const wallTime = numberOf(fields.wallTime, 0);
  return {
    method: textOf(request.method) || 'GET',
    url: /^(?:data|blob|about|filesystem|javascript):/i.test(url) ? '' : withoutFragment(url),
    headers: debuggerHeaders(request.headers),
    resourceType: debuggerType(textOf(fields.type)),
    documentUrl: textOf(fields.documentURL),
    frame: textOf(fields.frameId),
    isPreflight,
    preflightOf: isPreflight ? textOf(initiator.requestId) : '',
    call: isPreflight ? [] : callOf(initiator),
    redirect:
      fields.redirectResponse === undefined
        ? null
        : { head: readResponse(fields.redirectResponse, false), hasExtra: flag(fields.redirectHasExtraInfo) },
    wallTime: wallTime > 0 ? wallTime * 1000 : null,
  };
}

/** The place in a document that made the parser ask has no stack. */
function callOf(initiator: ReturnType<typeof fieldsOf>): readonly CallFrame[] {
  const call = debuggerCall(initiator.stack);
  return call.length > 0 || initiator.type !== 'parser' ? call : debuggerCall({ callFrames: [initiator] });
}

export const flag = (value: unknown): boolean | null => (typeof value === 'boolean' ? value : null);

/** CDP `Network.Response`. */
export function readResponse(value: unknown, passed: boolean): PageReceived {
  const response = fieldsOf(value);
  return {
    status: numberOf(response.status, 0),
    headers: debuggerHeaders(response.headers),
    fromCache: response.fromDiskCache === true || response.fromPrefetchCache === true,
    fromServiceWorker: response.fromServiceWorker === true,
    passed,
  };
}

/** Cookies that were considered, even those that were then not sent: without credentials none is. */
export function readSent(params: unknown): WireSent {
  const { headers, associatedCookies } = fieldsOf(params);
  return { headers: debuggerHeaders(headers), cookies: hasItems(associatedCookies) };
}

export function readReceived(params: unknown): WireReceived {
  const { headers, blockedCookies, statusCode } = fieldsOf(params);
  return {
    status: numberOf(statusCode, 0),
    headers: debuggerHeaders(headers),
    cookies: hasItems(blockedCookies),
  };
}
