import { parseUrl } from './origin.ts';

/** How an allow-origin value nearly equals the origin that it should be. */
export type OriginNearMiss =
  | 'trailing-slash'
  | 'path'
  | 'scheme'
  | 'port'
  | 'case'
  | 'localhost-127'
  | 'host';

/**
 * How a wrong allow-origin value misses the wanted serialised origin; null where the two are equal or the value is no single
 * origin (`*`, `null`, a list, no URL). `port` is also a default port spelled out; `host` is any other host, or the same one spelled
 * otherwise (not in Punycode).
 */
export function originNearMiss(got: string, wanted: string): OriginNearMiss | null {
  if (got === wanted || /[,\s]/.test(got)) return null;
  if (got === `${wanted}/`) return 'trailing-slash';
  const is = parseUrl(got);
  const should = parseUrl(wanted);
  if (is === null || should === null || is.host === '' || should.host === '') return null;
  if (is.origin === should.origin) return spelling(got, is, wanted);
  if (is.hostname === should.hostname) return is.protocol === should.protocol ? 'port' : 'scheme';
  const elsewhere = is.protocol !== should.protocol || is.port !== should.port;
  return !elsewhere && isLoopback(is.hostname) && isLoopback(should.hostname) ? 'localhost-127' : 'host';
}

/** The same origin, written in a way that is not its serialisation. */
function spelling(got: string, is: URL, wanted: string): OriginNearMiss {
  if (is.pathname !== '/' || is.search !== '' || is.hash !== '') return 'path';
  const bare = got.toLowerCase().replace(/\/$/, '');
  if (bare === wanted) return 'case';
  return bare.startsWith(`${wanted}:`) ? 'port' : 'host';
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]';
}
