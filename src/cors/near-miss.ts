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
 * origin. The first that fits, the smallest slip first; `host` is any other host of the same shape.
 */
export function originNearMiss(got: string, wanted: string): OriginNearMiss | null {
  if (got === wanted) return null;
  if (got === `${wanted}/`) return 'trailing-slash';
  if (got.toLowerCase() === wanted.toLowerCase()) return 'case';
  const is = parseUrl(got);
  const should = parseUrl(wanted);
  if (is === null || should === null || is.host === '' || should.host === '') return null;
  if (is.origin === should.origin) return is.pathname + is.search + is.hash === '/' ? 'case' : 'path';
  if (is.hostname === should.hostname) return is.protocol === should.protocol ? 'port' : 'scheme';
  if (isLoopback(is.hostname) && isLoopback(should.hostname)) return 'localhost-127';
  return 'host';
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]';
}
