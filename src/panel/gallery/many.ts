import type { Diagnosed } from '../../diagnosis/index.ts';
import type { SessionEvent } from '../../session/index.ts';
import { mixed, resetWith } from './scenes.ts';

/** So many exchanges, each with an id, a time and a path of its own: for measuring, and for what only shows at scale. */
export function manyExchanges(count: number): readonly Diagnosed[] {
  return Array.from({ length: count }, (_, n): Diagnosed[] => {
    const like = mixed[n % mixed.length];
    if (like === undefined) return [];
    const { exchange } = like;
    const hops = exchange.hops.map((hop) => ({ ...hop, url: `${hop.url}/${n}` }));
    const startedAt = exchange.startedAt + n * 5;
    return [{ ...like, exchange: { ...exchange, id: `many-${n}`, hops, startedAt } }];
  }).flat();
}

export const manyRows = (count: number): SessionEvent => resetWith(manyExchanges(count));
