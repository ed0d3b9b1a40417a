import type { Diagnosed } from '../../../diagnosis/index.ts';
import type { Entry } from '../entry.ts';
import type { Key } from '../keys.ts';
import type { RowIndex } from '../row-index.ts';

/** A value of a key that the exchanges have, and how many have it. */
export interface Seen {
  readonly value: string;
  readonly count: number;
  /** What it stands for, where the value alone does not tell. */
  readonly title: string | null;
}

/** Values kept: strangers can make one for every request. */
const mostSeen = 500;

/** The values of a key that the exchanges have: the headers of CORS and the most frequent first. */
export function seenValues(index: RowIndex, entries: readonly Entry[], key: Key): readonly Seen[] {
  const rows = new Map<number, { count: number; readonly row: Diagnosed }>();
  for (const entry of entries) {
    const number = index.column(key).numberOf(entry);
    const known = rows.get(number);
    if (known === undefined) rows.set(number, { count: 1, row: entry.row });
    else known.count += 1;
  }
  const counts = new Map<string, { count: number; readonly row: Diagnosed }>();
  for (const [number, { count, row }] of rows) {
    for (const value of offeredOf(key, index.column(key).valuesOf(number))) {
      const known = counts.get(value);
      if (known === undefined) counts.set(value, { count, row });
      else known.count += count;
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

/** What is offered of one exchange's values. */
function offeredOf(key: Key, values: readonly string[]): Iterable<string> {
  switch (key) {
    case 'status-code':
      return new Set(values.flatMap((status) => [status, `${status.slice(0, -2)}xx`]));
    case 'origin':
      // Its hosts find it, too, but the origin itself says more.
      return values.slice(0, 1);
    case 'has-request-header':
    case 'has-response-header':
      return new Set(values.map((name) => name.toLowerCase()));
    default:
      return values;
  }
}

function titleOf({ findings }: Diagnosed, key: Key, value: string): string | null {
  if (key !== 'cause') return null;
  return findings.find(({ rule }) => rule === value)?.title.replaceAll('`', '') ?? null;
}
