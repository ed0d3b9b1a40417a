import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headerValue } from '../cors/index.ts';
import { assemble } from './assemble.ts';
import { Assembler } from './assembler.ts';
import type { Exchange, Hop } from './exchange.ts';
import { judge } from './judge.ts';
import { trafficOf } from './traffic.testing.ts';
import { type Run, runsOf } from './traffic-run.testing.ts';
import { eventsOfRun, idOf, orderly, sources, type Told } from './traffic-wire.testing.ts';
import type { WireEvent } from './wire-event.ts';

const overlapping = trafficOf({ apart: false });
const dice = fc.array(fc.nat(1_000), { minLength: 1, maxLength: 60 });

/** Which preflight it was, so that a test can tell twins apart. */
const tag = 'test-id';
const tagged = (events: readonly WireEvent[]): readonly WireEvent[] =>
  events.map((event) =>
    event.id.startsWith('p') && event.type === 'request-headers'
      ? { ...event, headers: [...event.headers, [tag, event.id]] }
      : event,
  );
const tagOf = ({ preflight }: Hop): string | null => headerValue(preflight?.request.headers ?? [], tag);

const runOf = (runs: readonly Run[], id: string | null): Run | undefined =>
  id === null ? undefined : runs[Number(id.slice(1).split('.')[0])];

/** What of these pairs must never be: a preflight of something else, or one in two places. */
function wrongPairs(exchanges: readonly Exchange[], runs: readonly Run[], told: Told): readonly string[] {
  const seen = new Set<string>();
  return exchanges.flatMap(({ id, hops }) =>
    hops.flatMap((hop): readonly string[] => {
      const { preflight, actual } = hop;
      if (preflight === null) return [];
      const name = tagOf(hop);
      const faults: string[] = [];
      if (name !== null && seen.has(name)) faults.push(`${name} is in two places`);
      if (name !== null) seen.add(name);
      if (preflight.request.url !== hop.url) faults.push('another URL');
      const asked = headerValue(preflight.request.headers, 'access-control-request-method');
      if (actual !== null && asked !== null && asked !== actual.request.method) faults.push('another method');
      const [own, its] = [runOf(runs, id), runOf(runs, name)];
      // A HAR tells of the requester by headers alone; where those were lost, it tells nothing, and a `null` of an opaque
      // page looks like that of a tainted redirect.
      const isTold =
        told.source !== 'har' ||
        (headerValue(preflight.request.headers, 'origin') !== 'null' &&
          hops.every((each) => (each.actual?.request.headers ?? []).length > 0));
      if (isTold && its !== undefined && own?.origin !== its.origin) faults.push('another origin');
      if (told.source !== 'har' && its !== undefined && own?.frame !== its.frame)
        faults.push('another document');
      if (told.source === 'debugger' && its !== undefined && own !== its)
        faults.push(`another request ${name}`);
      return faults.map((fault) => `${id} at ${hop.url}: ${fault}`);
    }),
  );
}

const byId = (exchanges: readonly Exchange[]): ReadonlyMap<string, Exchange> =>
  new Map([...exchanges].sort((a, b) => (a.id < b.id ? -1 : 1)).map((each) => [each.id, each]));

/** Merges streams in an order that keeps each one's own. */
function interleave(
  streams: readonly (readonly WireEvent[])[],
  rolls: readonly number[],
): readonly WireEvent[] {
  const left = streams.map((stream) => [...stream]);
  const events: WireEvent[] = [];
  for (let step = 0; left.some((stream) => stream.length > 0); step += 1) {
    const full = left.filter((stream) => stream.length > 0);
    const event = full[(rolls[step % rolls.length] ?? 0) % full.length]?.shift();
    if (event !== undefined) events.push(event);
  }
  return events;
}

/** One stream for each id. */
function streamsOf(events: readonly WireEvent[]): readonly (readonly WireEvent[])[] {
  const streams = new Map<string, WireEvent[]>();
  for (const event of events) streams.set(event.id, [...(streams.get(event.id) ?? []), event]);
  return [...streams.values()];
}

describe.each(sources)('$source in $browser', { timeout: 60_000 }, (told) => {
  const runs = (traffic: Parameters<typeof runsOf>[0]) => runsOf(traffic, told.browser);

  it('gives every call its hops, and every hop the preflight that was sent for it or for its twin', () => {
    fc.assert(
      fc.property(trafficOf({ apart: true }), (traffic) => {
        const went = runs(traffic);
        const events = tagged(orderly(went, told));
        const exchanges = byId(assemble(events, told));
        const assembler = new Assembler(told);
        const live = byId(events.flatMap((event) => assembler.push(event)));
        for (const run of went) {
          const exchange = exchanges.get(idOf(run));
          if (told.source !== 'har')
            expect(live.get(idOf(run))?.hops.map(({ preflight }) => preflight !== null)).toEqual(
              exchange?.hops.map(({ preflight }) => preflight !== null),
            );
          const crosses = run.hops.some(({ url }) => new URL(url).origin !== run.origin);
          expect(exchange !== undefined).toBe(crosses);
          if (exchange === undefined) continue;
          expect(exchange.hops.map(({ url, preflight }) => [url, preflight !== null])).toEqual(
            run.hops.map(({ url, preflight }) => [url, preflight !== null]),
          );
        }
        expect([...exchanges.keys()].filter((id) => id.startsWith('p'))).toEqual([]);
        expect(wrongPairs([...exchanges.values()], went, told)).toEqual([]);
      }),
    );
  });

  it('settles to the same, in whatever order the ids come and how often an event is repeated', () => {
    fc.assert(
      fc.property(overlapping, dice, dice, (traffic, order, repeats) => {
        const events = orderly(runs(traffic), told);
        const shuffled = interleave(streamsOf(events), order);
        const often = shuffled.flatMap((event, index) =>
          Array.from({ length: 1 + ((repeats[index % repeats.length] ?? 0) % 3) }, () => event),
        );
        expect(byId(assemble(often, told))).toEqual(byId(assemble(events, told)));
      }),
    );
  });

  it('ignores events that are repeated any time later', () => {
    fc.assert(
      fc.property(overlapping, dice, (traffic, rolls) => {
        const events = orderly(runs(traffic), told);
        const late = events.flatMap((event, index) => {
          const roll = rolls[index % rolls.length] ?? 0;
          return roll % 4 === 0 ? [{ event, at: index + 1 + (roll % 50) }] : [];
        });
        const all = [...events.map((event, index) => ({ event, at: index + 0.5 })), ...late]
          .sort((a, b) => a.at - b.at)
          .map(({ event }) => event);
        expect(byId(assemble(all, told))).toEqual(byId(assemble(events, told)));
      }),
    );
  });

  it('never pairs wrongly nor throws, at any moment, whatever is lost, repeated and out of order', () => {
    fc.assert(
      fc.property(overlapping, fc.infiniteStream(fc.nat(1_000)), (traffic, rolls) => {
        const roll = () => rolls.next().value ?? 0;
        const went = runs(traffic);
        const events = tagged(went.flatMap((run) => eventsOfRun(run, told)))
          .flatMap((event) => (roll() < 200 ? [] : roll() < 200 ? [event, event] : [event]))
          .map((event, index) => ({ event, at: index + (roll() < 300 ? roll() % 40 : 0) }))
          .sort((a, b) => a.at - b.at);
        const assembler = new Assembler(told);
        const now = new Map<string, Exchange>();
        const put = (exchanges: readonly Exchange[]) => {
          for (const exchange of exchanges) {
            now.set(exchange.id, exchange);
            expect(exchange.hops.length).toBeGreaterThan(0);
            judge(exchange);
          }
        };
        for (const { event } of events) {
          put(assembler.push(event));
          expect(wrongPairs([...now.values()], went, told)).toEqual([]);
        }
        put(assembler.end());
        expect(wrongPairs([...now.values()], went, told)).toEqual([]);
      }),
    );
  });
});
