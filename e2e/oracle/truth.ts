/** The truth about a run: what the scripts saw, what reached the servers, and the browser's word where it gives one. */
import type { HopSeen, Seen, StepTruth, Truth } from './browser.ts';
import type { OracleCase } from './case.ts';
import type { OracleServers } from './server.ts';

export const touched = (hops: readonly HopSeen[]): boolean =>
  hops.some(({ preflights, requests }) => preflights + requests > 0);

/**
 * `reported` has the browser's words by case, one for each request that the browser made of it; steps that it refused
 * before any traffic made none. Null: this browser gives no reasons.
 */
export function truthsOf(
  cases: readonly OracleCase[],
  results: readonly (readonly Seen[])[],
  servers: Pick<OracleServers, 'hopsSeen'>,
  reported: ReadonlyMap<number, readonly StepTruth['reported'][]> | null,
): readonly Truth[] {
  return cases.map(({ requests }, number) => {
    const words = [...(reported?.get(number) ?? [])];
    const all = words.length === requests.length;
    const steps = requests.map((_, step): StepTruth => {
      const seen = results[number]?.[step] ?? { seen: 'failed', status: 0, readable: null };
      const hops = servers.hopsSeen(number, step);
      const word = all || touched(hops) ? (words.shift() ?? null) : null;
      return { ...seen, hops, reported: word };
    });
    return { speaks: reported !== null, steps };
  });
}
