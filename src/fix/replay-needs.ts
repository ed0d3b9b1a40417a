import type { CountedNeed, CountedNeeds } from './count-needs.ts';
import type { Need } from './need.ts';
import type { Replayed } from './replay.ts';

/** How many exchanges passed, failed, and rest on behaviour of AWS that was not recorded. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly unverified: number;
}

type Replay = (need: Need) => Replayed;

/**
 * Replays needs that differ only in their headers as one that sends all of them: a preflight passes such a request where it
 * passes each (Fetch Standard, "CORS-preflight fetch": every name must be allowed). Only where that one fails are they parted, so
 * that a page that makes up header names by the thousand does not cost thousands of replays of a list that holds them all.
 */
export function replayNeeds(needs: CountedNeeds, replay: Replay): Tally {
  const alike = new Map<string, CountedNeed[]>();
  for (const counted of needs.values()) {
    const { key, headers, ...others } = counted.need;
    const like = JSON.stringify([Object.values(others), headers.length === 0]);
    const known = alike.get(like);
    if (known === undefined) alike.set(like, [counted]);
    else known.push(counted);
  }
  const tallies = [...alike.values()].map((group) => {
    const [first] = group;
    if (first === undefined || group.length === 1) return replayGroup(group, replay);
    // What fails without any header fails with every one.
    const bare = replay({ ...first.need, headers: [] });
    if (passes(first.need, bare)) return replayGroup(group, replay);
    const whole = replay({ ...first.need, headers: headersOf(group) });
    // Of the failing, one that is told too often as not verified is better than one that looks certain and is not.
    return tally(group, { unverified: bare.unverified || whole.unverified }, false);
  });
  return sum(tallies);
}

function replayGroup(group: readonly CountedNeed[], replay: Replay): Tally {
  const [first] = group;
  if (first === undefined) return { passed: 0, failed: 0, unverified: 0 };
  const got = replay({ ...first.need, headers: headersOf(group) });
  const passed = passes(first.need, got);
  if (passed || group.length === 1) return tally(group, got, passed);
  const middle = Math.ceil(group.length / 2);
  return sum([replayGroup(group.slice(0, middle), replay), replayGroup(group.slice(middle), replay)]);
}

function headersOf(group: readonly CountedNeed[]): readonly string[] {
  return [...new Set(group.flatMap(({ need }) => need.headers))];
}

function passes({ preflight }: Pick<Need, 'preflight'>, got: Replayed): boolean {
  return (got.preflightPassed || !preflight) && got.actualPassed;
}

function tally(
  group: readonly CountedNeed[],
  { unverified }: Pick<Replayed, 'unverified'>,
  passed: boolean,
): Tally {
  const all = group.reduce((before, { count }) => before + count, 0);
  const beyond = group.reduce((before, one) => before + one.beyond, 0);
  const through = passed ? all - beyond : 0;
  return { passed: through, failed: all - through, unverified: unverified ? all : 0 };
}

function sum(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (all, one) => ({
      passed: all.passed + one.passed,
      failed: all.failed + one.failed,
      unverified: all.unverified + one.unverified,
    }),
    { passed: 0, failed: 0, unverified: 0 },
  );
}
