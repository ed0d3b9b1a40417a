import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Exchange } from '../exchange/index.ts';
import { exchangesOf, type Raw, rawEvents } from './debugger.testing.ts';

const read = (name: string) =>
  rawEvents(
    gunzipSync(readFileSync(new URL(`./fixtures/${name}.fixture.json.gz`, import.meta.url))).toString(),
  );

const streams = [read('chromium-cdp-targets'), read('chromium-cdp').filter(([s]) => s === 's2')];

/** Of the preflight that a cache held only which one: its own headers may be known only after it was used. */
const factsOf = (exchanges: ReadonlyMap<string, Exchange>) =>
  [...exchanges]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, each]) => ({ ...each, cachedPreflight: each.cachedPreflight?.startedAt ?? null }));

const idOf = ([, , params]: Raw): string => String(params.requestId);

/** Moves ExtraInfos by up to `far` places; those of one kind and id keep their order. */
function moved(events: readonly Raw[], shifts: readonly number[]): readonly Raw[] {
  const last = new Map<string, number>();
  const placed = events.map((event, index) => {
    if (!event[1].endsWith('ExtraInfo')) return { event, at: index };
    const key = `${event[1]} ${idOf(event)}`;
    const at = Math.max(index + (shifts[index % shifts.length] ?? 0) + 0.5, last.get(key) ?? -Infinity);
    last.set(key, at);
    return { event, at };
  });
  return placed.sort((a, b) => a.at - b.at).map(({ event }) => event);
}

describe('ExtraInfo', () => {
  it.each(streams.map((events, index) => [index, events] as const))(
    'may come at any moment (stream %i)',
    (_, events) => {
      const orderly = factsOf(exchangesOf(events));
      expect(orderly.length).toBeGreaterThan(5);
      fc.assert(
        fc.property(
          fc.array(fc.integer({ min: -60, max: 60 }), { minLength: 1, maxLength: 40 }),
          (shifts) => {
            expect(factsOf(exchangesOf(moved(events, shifts)))).toEqual(orderly);
          },
        ),
        { numRuns: 25 },
      );
    },
  );
});
