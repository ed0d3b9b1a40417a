import type { HeaderLine, HeaderLines } from '../cors/index.ts';
import type { SharedLines } from './shared-lines.ts';

/** What is read of one entry. Times are milliseconds since the epoch. */
export interface HarEntry {
  readonly startedAt: number;
  readonly endedAt: number;
  readonly method: string;
  readonly url: string;
  readonly requestHeaders: HeaderLines;
  /** The request's headers were the wire's own: a wire request has a `Host`, or HTTP/2's `:authority`. */
  readonly hasHost: boolean;
  readonly status: number;
  readonly responseHeaders: HeaderLines;
  readonly redirectUrl: string;
  readonly body: string | null;
  readonly error: string | null;
  readonly fromCache: boolean;
  readonly fromServiceWorker: boolean;
  /** The browser itself stopped it before the network: Chrome then writes an empty `_error`. */
  readonly neverSent: boolean;
  /** Firefox wrote no times and no size: what it stopped before the network looks so, and may be something else. */
  readonly untimed: boolean;
  /** Chrome's `_resourceType`; empty where there is none. */
  readonly resourceType: string;
  readonly isPreflight: boolean;
  readonly page: string;
}

/** Bodies are kept where they can tell of an error, and only short ones. */
const longestBody = 4096;

export type JsonObject = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const stringOr = <T>(value: unknown, other: T): string | T => (typeof value === 'string' ? value : other);

/** The parsed entry, or the path of the first usual field that is missing or of the wrong type. */
export function readEntry(value: unknown, shared: SharedLines): HarEntry | { readonly missing: string } {
  if (!isObject(value)) return { missing: 'request' };
  const { request, response, startedDateTime, time } = value;
  const startedAt = typeof startedDateTime === 'string' ? Date.parse(startedDateTime) : Number.NaN;
  if (Number.isNaN(startedAt)) return { missing: 'startedDateTime' };
  if (!isObject(request)) return { missing: 'request' };
  if (typeof request.method !== 'string') return { missing: 'request.method' };
  if (typeof request.url !== 'string') return { missing: 'request.url' };
  const sent = readHeaders(request.headers, shared);
  if ('missing' in sent) return { missing: `request.headers${sent.missing}` };
  if (!isObject(response)) return { missing: 'response' };
  if (typeof response.status !== 'number') return { missing: 'response.status' };
  const received = readHeaders(response.headers, shared);
  if ('missing' in received) return { missing: `response.headers${received.missing}` };
  const initiator = isObject(value._initiator) ? value._initiator : {};
  return {
    startedAt,
    endedAt: startedAt + (typeof time === 'number' && time > 0 ? time : 0),
    method: request.method,
    url: withoutFragment(request.url),
    requestHeaders: sent.lines,
    hasHost: sent.hasHost,
    status: response.status,
    responseHeaders: received.lines,
    redirectUrl: stringOr(response.redirectURL, ''),
    body: bodyOf(response),
    error: errorOf(value, response),
    fromCache: typeof value._fromCache === 'string',
    fromServiceWorker: response._fetchedViaServiceWorker === true,
    neverSent: response.status === 0 && response._error === '',
    untimed:
      response.status === 0 &&
      response.bodySize === -1 &&
      isObject(value.timings) &&
      Object.keys(value.timings).length === 0,
    resourceType: stringOr(value._resourceType, ''),
    isPreflight: value._resourceType === 'preflight' || initiator.type === 'preflight',
    page: stringOr(value.pageref, ''),
  };
}

function errorOf(entry: JsonObject, response: JsonObject): string | null {
  for (const error of [response._error, entry._error, response._failureText]) {
    if (typeof error === 'string' && error !== '') return error;
  }
  return response.status === 0 ? 'no-response' : null;
}

function bodyOf({ status, content }: JsonObject): string | null {
  if (typeof status !== 'number' || status < 400 || !isObject(content)) return null;
  if (content.encoding === 'base64' || typeof content.text !== 'string') return null;
  return content.text.length <= longestBody ? content.text : null;
}

/** Header lines; pseudo headers of HTTP/2 (`:authority`) are left out, and lines that a source joined are split. */
function readHeaders(
  value: unknown,
  shared: SharedLines,
): { readonly lines: HeaderLines; readonly hasHost: boolean } | { readonly missing: string } {
  if (!Array.isArray(value)) return { missing: '' };
  const lines: HeaderLine[] = [];
  let hasHost = false;
  for (let index = 0; index < value.length; index += 1) {
    const item: unknown = value[index];
    if (!isObject(item) || typeof item.name !== 'string') return { missing: `[${index}].name` };
    if (typeof item.value !== 'string') return { missing: `[${index}].value` };
    const { name } = item;
    hasHost ||= name === ':authority' || (name.length === 4 && name.toLowerCase() === 'host');
    if (name.startsWith(':')) continue;
    // Chrome joins the lines of one name by LF.
    if (!item.value.includes('\n')) lines.push(shared.line(name, trimHeader(item.value)));
    else for (const part of item.value.split('\n')) lines.push(shared.line(name, trimHeader(part)));
  }
  // An array that grew keeps room for more; its copy has none.
  return { lines: lines.slice(), hasHost };
}

const isBlank = (code: number): boolean => code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d;

/** Without HTTP whitespace at its ends. Nearly every value has none, and there are millions. */
export function trimHeader(value: string): string {
  let start = 0;
  let end = value.length;
  while (start < end && isBlank(value.charCodeAt(start))) start += 1;
  while (end > start && isBlank(value.charCodeAt(end - 1))) end -= 1;
  return start === 0 && end === value.length ? value : value.slice(start, end);
}

export function withoutFragment(url: string): string {
  const at = url.indexOf('#');
  return at === -1 ? url : url.slice(0, at);
}
