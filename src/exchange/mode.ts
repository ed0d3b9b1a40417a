import { headerValue, isSafelistedMethod, type RequestMode } from '../cors/index.ts';
import { isEmptied } from './emptied.ts';
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

type Captured = Fact<RequestMode, ModeGround>;

/** What `Sec-Fetch-Mode` states, by its value; others are no modes that we know, such as `websocket`. */
const stated: ReadonlyMap<string, Captured> = new Map(
  (['cors', 'no-cors', 'same-origin', 'navigate'] as const).map((value): [string, Captured] => [
    value,
    { value, basis: 'proven', ground: 'sec-fetch-mode' },
  ]),
);

const refused: Captured = { value: 'cors', basis: 'proven', ground: 'browser-refusal' };
const preflighted: Captured = { value: 'cors', basis: 'proven', ground: 'preflight-sent' };
const emptied: Captured = { value: 'no-cors', basis: 'inferred', ground: 'emptied' };
const withoutOrigin: Captured = { value: 'no-cors', basis: 'inferred', ground: 'no-origin' };
const withOrigin: Captured = { value: 'cors', basis: 'inferred', ground: 'origin-sent' };
const untold: Captured = { value: null, basis: 'unknown', ground: 'nothing' };

function isAnswerEmptied({ browser, error, hops }: Exchange): boolean {
  const actual = hops[hops.length - 1]?.actual ?? null;
  return (
    browser === 'chromium' &&
    actual !== null &&
    isEmptied(error, actual.request.headersKnown, actual.response)
  );
}

/** The request mode as far as the capture tells, without what the user set. */
export function capturedMode(exchange: Exchange): Captured {
  if (exchange.reported !== null) return refused;
  for (const { preflight } of exchange.hops) if (preflight !== null) return preflighted;
  for (const { actual } of exchange.hops) {
    const value = actual === null ? null : headerValue(actual.request.headers, 'sec-fetch-mode');
    const mode = value === null ? undefined : stated.get(value);
    if (mode !== undefined) return mode;
  }
  if (isAnswerEmptied(exchange)) return emptied;
  const crossed = corsHops(exchange);
  for (const [index, { actual }] of exchange.hops.entries()) {
    if (crossed[index] !== true || actual === null || !actual.request.headersKnown) continue;
    // A cors request always carries Origin; a no-cors one does unless it is GET or HEAD.
    if (headerValue(actual.request.headers, 'origin') === null) return withoutOrigin;
    if (actual.request.method !== 'POST' || !isSafelistedMethod(actual.request.method)) return withOrigin;
  }
  return untold;
}
