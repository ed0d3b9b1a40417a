import type { Diagnosed } from '../../diagnosis/index.ts';
import { standingOf } from '../model/standing.ts';

/** The verdicts that have a pill; `is:` knows them, too. */
export const pills = ['blocked', 'risky', 'allowed', 'pending'] as const;
export type Pill = (typeof pills)[number];

/** How many exchanges each pill would show, whatever the filter's text says. */
export type PillCounts = Readonly<Record<Pill | 'all', number>>;

export function countPills(all: readonly Diagnosed[]): PillCounts {
  const counts = { all: all.length, blocked: 0, risky: 0, allowed: 0, pending: 0 };
  for (const each of all) {
    const standing = standingOf(each);
    const pill = pills.find((own) => own === standing);
    if (pill !== undefined) counts[pill] += 1;
  }
  return counts;
}
