import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type CacheSequences, runStep } from './lab.testing.ts';
import { PreflightCache } from './preflight-cache.ts';
import { profiles } from './profiles.ts';

const { sequences }: CacheSequences = JSON.parse(
  readFileSync(new URL('./fixtures/cache-sequences.fixture.json', import.meta.url), 'utf8'),
);

it('holds 28 sequences', () => {
  expect(new Set(sequences.map(([id]) => id)).size).toBe(28);
});

describe.each([
  ['chromium', 3],
  ['firefox', 4],
] as const)('%s preflights as observed', (name, seen) => {
  it.each(sequences)('%s', (_, page, origin, steps) => {
    const cache = new PreflightCache(profiles[name]);
    let now = 1000;
    const ours: string[] = [];
    const theirs: string[] = [];
    for (const step of steps) {
      if (typeof step === 'number') {
        now += step;
        continue;
      }
      const { sent, outcome } = runStep(page, origin, step, profiles[name], { cache, now });
      ours.push(
        `${sent.map(({ method }) => method).join(' ')} ${outcome.kind === 'allowed' ? 'pass' : 'fail'}`,
      );
      theirs.push(step[seen]);
    }
    expect(ours).toEqual(theirs);
  });
});
