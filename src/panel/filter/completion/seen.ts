import type { Diagnosed } from '../../../diagnosis/index.ts';
import { someMessage, someValue } from '../facts.ts';
import { type Key, states } from '../keys.ts';
import { hasState } from '../state-test.ts';

/** A value of a key that the exchanges have, and how many have it. */
export interface Seen {
  readonly value: string;
  readonly count: number;
  /** What it stands for, where the value alone does not tell. */
  readonly title: string | null;
}

/** Values looked at before the older exchanges are left out, and values kept: neither grows with the traffic. */
const mostLooks = 300_000;
const mostSeen = 500;

/** The values of a key among the latest exchanges, the headers of CORS and the most frequent first. */
export function seenValues(all: readonly Diagnosed[], key: Key): readonly Seen[] {
  const counts = new Map<string, { count: number; row: Diagnosed }>();
  let looks = 0;
  for (let at = all.length - 1; at >= 0 && looks < mostLooks; at -= 1) {
    const row = all[at];
    if (row === undefined) break;
    looks += 1;
    for (const value of valuesOf(row, key)) {
      looks += 1;
      const known = counts.get(value);
      if (known === undefined) counts.set(value, { count: 1, row });
      else if (known.row !== row) Object.assign(known, { count: known.count + 1, row });
    }
  }
  return [...counts]
    .map(([value, { count, row }]) => ({ value, count, title: titleOf(row, key, value) }))
    .sort(
      (one, other) =>
        Number(isOfCors(other.value)) - Number(isOfCors(one.value)) ||
        other.count - one.count ||
        (one.value < other.value ? -1 : 1),
    )
    .slice(0, mostSeen);
}

/** The headers that this is all about are not lost among those that every message has. */
function isOfCors(value: string): boolean {
  return value.startsWith('access-control-');
}

function valuesOf(row: Diagnosed, key: Key): readonly string[] {
  if (key === 'is') return states.filter((state) => hasState(row, state));
  const values: string[] = [];
  if (key === 'status-code') {
    someMessage(row, ({ response }) => {
      if (response !== null) values.push(String(response.status), `${Math.floor(response.status / 100)}xx`);
      return false;
    });
    return values;
  }
  someValue[key](row, (value) => {
    values.push(key.startsWith('has-') ? value.toLowerCase() : value);
    return false;
  });
  // Its hosts find an origin, too, but the origin itself says more.
  return key === 'origin' ? values.slice(0, 1) : values;
}

function titleOf({ findings }: Diagnosed, key: Key, value: string): string | null {
  if (key !== 'cause') return null;
  return findings.find(({ rule }) => rule === value)?.title.replaceAll('`', '') ?? null;
}
