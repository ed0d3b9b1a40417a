import { type Credentials, headerValue, isSafelistedMethod, type RequestMode } from '../cors/index.ts';
import type { Exchange, ManualSettings } from './exchange.ts';
import { corsHops } from './walk.ts';

/** The request mode as far as the wire, or the user, tells; null where nothing does. */
export function modeOf(exchange: Exchange, settings: ManualSettings): RequestMode | null {
  if (settings.mode !== undefined) return settings.mode;
  if (exchange.reported !== null || exchange.hops.some((hop) => hop.preflight !== null)) return 'cors';
  for (const { actual } of exchange.hops) {
    const mode = headerValue(actual?.request.headers ?? [], 'sec-fetch-mode');
    if (mode === 'cors' || mode === 'no-cors' || mode === 'same-origin' || mode === 'navigate') return mode;
  }
  const crossed = corsHops(exchange);
  for (const [index, { actual }] of exchange.hops.entries()) {
    if (crossed[index] !== true || actual === null || !actual.request.headersKnown) continue;
    // A cors request always carries Origin; a no-cors one does unless it is GET or HEAD.
    if (headerValue(actual.request.headers, 'origin') === null) return 'no-cors';
    if (!/^(?:POST)$/.test(actual.request.method) || !isSafelistedMethod(actual.request.method))
      return 'cors';
  }
  return null;
}

/** The credentials modes that are possible: `include` where a cookie proves it, else it and its contrary. */
export function credentialsOf(exchange: Exchange, settings: ManualSettings): readonly Credentials[] {
  if (settings.credentials !== undefined) return [settings.credentials];
  if (exchange.provenCredentials === 'include') return ['include'];
  const crossed = corsHops(exchange);
  const cookie = exchange.hops.some(
    ({ actual }, index) =>
      crossed[index] === true && headerValue(actual?.request.headers ?? [], 'cookie') !== null,
  );
  // `omit` and `same-origin` do not differ across origins (Fetch, "Authentication entries", cookies).
  return cookie ? ['include'] : ['same-origin', 'include'];
}
