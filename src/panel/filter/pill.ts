import type { Diagnosed } from '../../diagnosis/index.ts';
import { standingOf } from '../model/standing.ts';

/** The verdicts that have a pill. */
export const pills = ['blocked', 'risky', 'allowed', 'pending'] as const;
export type Pill = (typeof pills)[number];

/** How many exchanges each pill would show, whatever the filter's text says. */
export type PillCounts = Readonly<Record<Pill | 'all', number>>;

export function pillOf(row: Diagnosed): Pill | null {
  const standing = standingOf(row);
  return pills.find((pill) => pill === standing) ?? null;
}

export function countPills(all: readonly Diagnosed[]): PillCounts {
  const counts = { all: all.length, blocked: 0, risky: 0, allowed: 0, pending: 0 };
  for (const each of all) {
    const pill = pillOf(each);
    if (pill !== null) counts[pill] += 1;
  }
  return counts;
}
