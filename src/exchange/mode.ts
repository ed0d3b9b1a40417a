import { headerValue, isSafelistedMethod, type RequestMode } from '../cors/index.ts';
import type { Exchange } from './exchange.ts';
import type { Fact } from './fact.ts';
import { corsHops } from './walk.ts';

/** What tells the request mode. */
export type ModeGround =
  | 'by-hand'
  /** The browser named a CORS error, or sent a preflight: both are made for `cors` only. */
  | 'browser-refusal'
  | 'preflight-sent'
  | 'sec-fetch-mode'
  /** Across origins without `Origin`, which a `cors` request always carries. */
  | 'no-origin'
  /** `Origin` on a request that would carry none, or could not be made, in `no-cors`. */
  | 'origin-sent'
  /** The browser emptied the answer, as it does to a `no-cors` request (opaque response blocking). */
  | 'emptied'
  /** Nothing tells, and the browser let it pass though CORS would have stopped it. */
  | 'passed-against-cors'
  /** Nothing tells: judged as `cors`. */
  | 'nothing';

/** A mode as `Sec-Fetch-Mode` states it; null for what is none that we know, such as `websocket`. */
function statedMode(text: string | null): RequestMode | null {
  switch (text) {
    case 'cors':
    case 'no-cors':
    case 'same-origin':
    case 'navigate':
      return text;
    default:
      return null;
  }
}

/**
 * Opaque response blocking in Chromium: the answer is replaced by one without headers, and the request ends as aborted.
 * DevTools then shows a status without any header, and provisional request headers.
 */
function isEmptied({ browser, error, hops }: Exchange): boolean {
  const actual = hops[hops.length - 1]?.actual ?? null;
  return (
    browser === 'chromium' &&
    error === 'net::ERR_ABORTED' &&
    actual?.request.headersKnown === false &&
    actual.response?.headers.length === 0
  );
}

/** The request mode as far as the capture tells, without what the user set. */
export function capturedMode(exchange: Exchange): Fact<RequestMode, ModeGround> {
  if (exchange.reported !== null) return { value: 'cors', basis: 'proven', ground: 'browser-refusal' };
  if (exchange.hops.some((hop) => hop.preflight !== null))
    return { value: 'cors', basis: 'proven', ground: 'preflight-sent' };
  for (const { actual } of exchange.hops) {
    const mode = statedMode(headerValue(actual?.request.headers ?? [], 'sec-fetch-mode'));
    if (mode !== null) return { value: mode, basis: 'proven', ground: 'sec-fetch-mode' };
  }
  if (isEmptied(exchange)) return { value: 'no-cors', basis: 'inferred', ground: 'emptied' };
  const crossed = corsHops(exchange);
  for (const [index, { actual }] of exchange.hops.entries()) {
    if (crossed[index] !== true || actual === null || !actual.request.headersKnown) continue;
    // A cors request always carries Origin; a no-cors one does unless it is GET or HEAD.
    if (headerValue(actual.request.headers, 'origin') === null)
      return { value: 'no-cors', basis: 'inferred', ground: 'no-origin' };
    if (actual.request.method !== 'POST' || !isSafelistedMethod(actual.request.method))
      return { value: 'cors', basis: 'inferred', ground: 'origin-sent' };
  }
  return { value: null, basis: 'unknown', ground: 'nothing' };
}
