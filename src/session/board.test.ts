import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WireEvent } from '../exchange/index.ts';
import { Board } from './board.ts';
import { fakeSession, watch } from './fake-session.ts';
import { begin, done, fakeSteps } from './fake-steps.ts';
import { inOrder } from './order.ts';
import { runPipe } from './pipe.ts';

function board(...ids: string[]): { board: Board; calls: ReturnType<typeof fakeSteps>['calls'] } {
  const { steps, calls } = fakeSteps();
  const made = new Board(steps);
  const events = ids.flatMap((id) => done(id));
  for (const each of steps.assemble(events, { source: 'har', browser: 'unknown' })) made.put(each);
  return { board: made, calls };
}

describe('Board', () => {
  it('a batch judges and diagnoses every exchange once', () => {
    const { board: made, calls } = board('1', '2', '3');
    made.diagnose(Number.POSITIVE_INFINITY);
    expect(calls.judged).toEqual(['1', '2', '3']);
    expect(calls.diagnosed).toEqual(['1', '2', '3']);
    made.views(true);
    expect(made.behind).toBe(false);
  });

  it('diagnoses no more siblings than the budget, in turn, until all are done', () => {
    const { board: made, calls } = board('1', '2', '3', '4', '5');
    made.diagnose(Number.POSITIVE_INFINITY);
    made.views(true);
    calls.diagnosed.length = 0;
    made.remove(['1']);
    const rounds = [1, 2, 3].map(() =>
      made
        .diagnose(2)
        .map((each) => each.exchange.id)
        .join(' '),
    );
    expect(rounds).toEqual(['2 3', '4 5', '']);
    expect(calls.diagnosed).toHaveLength(4);
  });

  it('a starving API comes round although another member changes all the time', () => {
    const { board: made, calls } = board('1', '2', '3', '4', '5');
    made.diagnose(Number.POSITIVE_INFINITY);
    calls.diagnosed.length = 0;
    for (let round = 0; round < 5; round += 1) {
      made.set('1', {});
      made.diagnose(1);
    }
    expect(new Set(calls.diagnosed)).toEqual(new Set(['1', '2', '3', '4', '5']));
  });

  it('an API whose kind shows only once it has answered is of that kind from then on', () => {
    const { steps } = fakeSteps();
    const made = new Board({
      ...steps,
      identify: ({ state }) => ({ kind: state === 'pending' ? 'other' : 'rest', evidence: [] }),
      apiOf: (_exchange, { kind }) => ({ id: 'api', kind, base: 'http://api.test' }),
    });
    const kind = (): unknown => {
      made.diagnose(Number.POSITIVE_INFINITY);
      return made.views(true)[0]?.identity.kind;
    };
    const [settled] = steps.assemble(done('1'), { source: 'har', browser: 'unknown' });
    if (settled === undefined) throw new Error('no exchange');
    made.put({ ...settled, state: 'pending' });
    expect(kind()).toBe('other');
    made.put(settled);
    expect(kind()).toBe('rest');
    made.put({ ...settled, id: '2', state: 'pending' });
    expect(kind()).toBe('rest');
  });

  it('removes without a trace', () => {
    const { board: made } = board('1');
    made.remove(['1', 'none']);
    expect([made.size, made.behind, made.diagnosed(), made.views(true)]).toEqual([0, false, [], []]);
    expect(made.set('1', {})).toBe(false);
  });
});

describe('live and batch', () => {
  const step = fc.record({
    id: fc.integer({ min: 1, max: 12 }).map(String),
    host: fc.constantFrom('a.test', 'b.test'),
    time: fc.integer({ min: 0, max: 5 }),
    ends: fc.boolean(),
    ticks: fc.boolean(),
  });

  it('come to the same end, in whatever pieces the events came', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (trail) => {
        const { session, tick, settle } = fakeSession();
        const view = watch(session);
        const all: WireEvent[] = [];
        for (const { id, host, time, ends, ticks } of trail) {
          const events = ends ? done(id, time, host).slice(1) : [begin(id, time, host)];
          all.push(...events);
          session.push(events);
          if (ticks) tick();
        }
        settle();
        const { steps } = fakeSteps();
        const batch = runPipe({ events: all, source: 'webRequest', browser: 'chromium' }, steps);
        const ids = (list: readonly { readonly exchange: { readonly id: string } }[]): string[] =>
          list.map((each) => each.exchange.id).sort();
        const live = inOrder(view.mirror().exchanges.values());
        expect(ids(live)).toEqual(ids(batch.exchanges));
        expect(new Map(live.map((each) => [each.exchange.id, each]))).toEqual(
          new Map(batch.exchanges.map((each) => [each.exchange.id, each])),
        );
        const apis = (list: readonly { readonly identity: { readonly id: string } }[]): unknown[] =>
          [...list].sort((one, other) => (one.identity.id < other.identity.id ? -1 : 1));
        expect(apis(view.mirror().apis)).toEqual(apis(batch.apis));
      }),
    );
  });
});
