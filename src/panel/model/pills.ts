import type { Diagnosed } from '../../diagnosis/index.ts';
import type { Pill } from './filter.ts';
import { standingOf } from './standing.ts';

export type PillCounts = Readonly<Record<Pill, number>>;

/** How many exchanges each pill would show, whatever the text filter says. */
export function countPills(all: readonly Diagnosed[]): PillCounts {
  const counts = { all: all.length, blocked: 0, risky: 0, allowed: 0 };
  for (const each of all) {
    const standing = standingOf(each);
    if (standing === 'blocked' || standing === 'risky' || standing === 'allowed') counts[standing] += 1;
  }
  return counts;
}
