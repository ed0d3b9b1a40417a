import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Fetched } from './fetched.ts';
import { type LabCase, type LabCases, runCase, written } from './lab.testing.ts';
import type { BrowserProfile } from './profile.ts';
import { profiles } from './profiles.ts';
import { standardReason } from './standard-reason.testing.ts';

const fixture = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`./fixtures/${name}.fixture.json`, import.meta.url), 'utf8'));
const lab = fixture<LabCases>('lab-cases');
const { reasons } = fixture<{ reasons: readonly (readonly [string, string | null, string | null])[] }>(
  'reason-codes',
);

const outcome = ({ outcome: { kind } }: Fetched): 'pass' | 'fail' => (kind === 'allowed' ? 'pass' : 'fail');
const wire = ({ sent }: Fetched): readonly string[] => sent.map(written);
const passOrFail = (passes: number): string => (passes === 1 ? 'pass' : 'fail');

/** A walk's and the table's value for one field of a case; null where the table says nothing of it. */
type Compare = (fetched: Fetched, each: LabCase) => readonly [ours: unknown, theirs: unknown] | null;

interface Compared {
  readonly compared: number;
  /** Ids of the cases that differ, with both values. */
  readonly differing: Readonly<Record<string, readonly [ours: unknown, theirs: unknown]>>;
}

function compare(profile: BrowserProfile, field: Compare): Compared {
  const differing: Record<string, readonly [unknown, unknown]> = {};
  let compared = 0;
  for (const each of lab.cases) {
    const pair = field(runCase(lab, each, profile), each);
    if (pair === null) continue;
    compared++;
    if (JSON.stringify(pair[0]) !== JSON.stringify(pair[1])) differing[each[0]] = pair;
  }
  return { compared, differing };
}

const exposedTo = ({ outcome }: Fetched, seen: LabCase[5] | LabCase[6]) =>
  outcome.kind === 'allowed' && seen[0] === 1 ? ([outcome.exposed.join(' '), seen[2]] as const) : null;

it('holds 2,279 cases', () => {
  expect(new Set(lab.cases.map(([id]) => id)).size).toBe(2279);
});

describe('Chromium', () => {
  const { chromium } = profiles;

  it('ends as observed', () => {
    const found = compare(chromium, (fetched, each) => [outcome(fetched), passOrFail(each[5][0])]);
    expect(found).toEqual({ compared: 2279, differing: {} });
  });

  it('sends the observed messages: hop, method, Origin, preflights with their method and header names', () => {
    const found = compare(chromium, (fetched, each) => [wire(fetched), each[5][1]]);
    expect(found).toEqual({ compared: 2279, differing: {} });
  });

  it('names the observed reason', () => {
    const found = compare(chromium, ({ outcome }, { 5: seen }) =>
      seen[0] === 1 ? null : [outcome.kind === 'blocked' ? outcome.refusal.code : null, seen[2] ?? null],
    );
    expect(found).toEqual({ compared: 742, differing: {} });
  });

  it('names the observed parameter, but for three in which several headers are refused', () => {
    const found = compare(chromium, ({ outcome }, { 5: seen }) =>
      seen[0] === 1 || outcome.kind !== 'blocked' ? null : [outcome.refusal.parameter, seen[3]],
    );
    // Chromium walks the refused names in the order of a hash map, and which one it names is not on the wire.
    const other = ['authorization', 'x-test'];
    const differing = { 'authorization/1': other, 'authorization/3': other, 'authorization/7': other };
    expect(found).toEqual({ compared: 727, differing });
  });

  it('exposes the observed header names', () => {
    const found = compare(chromium, (fetched, each) => exposedTo(fetched, each[5]));
    expect(found).toEqual({ compared: 1537, differing: {} });
  });
});

describe('Firefox', () => {
  const { firefox } = profiles;

  it('ends as observed', () => {
    const found = compare(firefox, (fetched, each) => [outcome(fetched), passOrFail(each[6][0])]);
    expect(found).toEqual({ compared: 2279, differing: {} });
  });

  it('sends the observed messages, but for dropped connections, which its network stack tries again', () => {
    const observed = ({ 5: chromium, 6: seen }: LabCase) => (seen[1] === 0 ? chromium[1] : seen[1]);
    const found = compare(firefox, (fetched, each) => [wire(fetched), observed(each)]);
    const ids = ['network/0', 'network/1', 'network/2'];
    expect([found.compared, Object.keys(found.differing)]).toEqual([2279, ids]);
    const once = compare(firefox, (fetched, each) =>
      ids.includes(each[0]) ? [wire(fetched), [...new Set(observed(each))]] : null,
    );
    expect(once).toEqual({ compared: 3, differing: {} });
  });

  it('names the reason that Firefox’s console gave', () => {
    const categories = new Map(reasons.map(([code, category]) => [code, category?.split(' ') ?? []]));
    const found = compare(firefox, ({ outcome }, { 6: seen }) => {
      if (seen[0] === 1 || outcome.kind !== 'blocked' || seen[2] === null) return null;
      const known = categories.get(outcome.refusal.code) ?? [];
      return [known.includes(seen[2]) ? seen[2] : outcome.refusal.code, seen[2]];
    });
    expect(found).toEqual({ compared: 730, differing: {} });
  });

  it('exposes the observed header names', () => {
    const found = compare(firefox, (fetched, each) => exposedTo(fetched, each[6]));
    expect(found).toEqual({ compared: 1529, differing: {} });
  });
});

describe('the Standard', () => {
  const { standard } = profiles;
  /** Rows of a literal `Location`, of which only the messages before it are stated. */
  const isStated = ([, , , , stated]: LabCase): boolean => stated[0] !== -1;

  it('ends as stated', () => {
    const found = compare(standard, (fetched, each) =>
      isStated(each) ? [outcome(fetched), passOrFail(each[4][0])] : null,
    );
    expect(found).toEqual({ compared: 2267, differing: {} });
  });

  it('sends the stated messages, preflights with Origin, method and header names', () => {
    const found = compare(standard, (fetched, each) => {
      const ours = wire(fetched).map((message) => message.replace(/!\S+/, '!'));
      return [isStated(each) ? ours : ours.slice(0, each[4][1].length), each[4][1]];
    });
    expect(found).toEqual({ compared: 2279, differing: {} });
  });

  it('gives the stated reason', () => {
    const found = compare(standard, ({ outcome }, each) =>
      isStated(each) ? [standardReason(outcome), each[4][3]] : null,
    );
    expect(found).toEqual({ compared: 2267, differing: {} });
  });

  it('exposes the stated header names', () => {
    const addedByServer = ['connection', 'content-length'];
    const found = compare(standard, ({ outcome }, { 4: [, , exposed] }) =>
      typeof exposed !== 'string' || outcome.kind !== 'allowed'
        ? null
        : [outcome.exposed.filter((name) => !addedByServer.includes(name)).join(' '), exposed],
    );
    expect(found).toEqual({ compared: 1523, differing: {} });
  });
});
