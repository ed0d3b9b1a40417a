import type { Diagnosed } from '../diagnosis/index.ts';
import type { Exchange } from '../exchange/index.ts';

/** Order of start; a stable sort keeps equal ones in order of arrival. */
export function byStart(
  one: { readonly exchange: Exchange },
  other: { readonly exchange: Exchange },
): number {
  return one.exchange.startedAt - other.exchange.startedAt;
}

/** Exchanges as every list shows them: by start, equal ones by arrival. */
export function inOrder(exchanges: Iterable<Diagnosed>): readonly Diagnosed[] {
  return [...exchanges].sort(byStart);
}
