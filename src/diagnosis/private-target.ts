import { hostOf, isLoopback, isPrivate } from './hosts.ts';
import type { Subject } from './rule.ts';

/**
 * The private host that was asked: inside a network, or this machine asked by a page from elsewhere. Null for a public one,
 * and for a page on a developer's machine that asks the same machine.
 */
export function privateTarget({ exchange, judgement }: Subject): string | null {
  const host = hostOf(exchange.hops[judgement.hop]?.url ?? '');
  if (host === null) return null;
  if (isPrivate(host)) return host;
  if (!isLoopback(host) || exchange.origin === null) return null;
  const page = hostOf(exchange.origin);
  return page === null || isLoopback(page) ? null : host;
}
