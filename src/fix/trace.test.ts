import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Judged } from '../diagnosis/index.ts';
import { countNeeds, traceLimit } from './count-needs.ts';
import { judged } from './judged.testing.ts';
import { synthesise } from './policy.ts';

const tracesOf = (captured: readonly Judged[]) => synthesise(countNeeds(captured).values()).traces;
const idsOf = (captured: readonly Judged[], part: string, value: string) =>
  tracesOf(captured).find((trace) => trace.part === part && trace.value === value)?.exchangeIds;

describe('traces', () => {
  const get = judged();
  const put = judged({ method: 'PUT', headers: ['x-a', 'x-b'], credentials: 'include' });
  const elsewhere = judged({ origin: 'https://a.test', headers: ['x-b'] });
  const captured = [get, put, elsewhere];

  it('name for every entry the exchanges that asked for it', () => {
    const [one, two, three] = captured.map(({ exchange }) => exchange.id);
    expect(
      tracesOf(captured).map(({ part, value, exchangeIds, development }) => [
        part,
        value,
        exchangeIds,
        development,
      ]),
    ).toEqual([
      ['origin', 'http://localhost:3000', [one, two], true],
      ['origin', 'https://a.test', [three], false],
      ['method', 'GET', [one, three], false],
      ['method', 'PUT', [two], false],
      ['header', 'x-a', [two], false],
      ['header', 'x-b', [two, three], false],
      ['credentials', 'include', [two], false],
    ]);
  });

  it('leave out who asked from an origin that no list may hold', () => {
    expect(tracesOf([judged({ origin: 'null', method: 'PUT', credentials: 'include' })])).toEqual([]);
  });

  it('name the first in order of time and count the others', () => {
    // Two kinds of needs in turn: neither may crowd out the other's earlier ones.
    const many = Array.from({ length: 4 * traceLimit }, (_, index) =>
      judged({ headers: index % 3 === 0 ? ['x-a'] : [] }),
    );
    const [origin] = tracesOf(many);
    expect(origin?.count).toBe(many.length);
    expect(origin?.exchangeIds).toEqual(many.slice(0, traceLimit).map(({ exchange }) => exchange.id));
  });

  it('stay right over more needs than a trace keeps', () => {
    const many = Array.from({ length: 30 * traceLimit }, (_, index) => judged({ headers: [`x-${index}`] }));
    expect(idsOf(many, 'method', 'GET')).toEqual(
      many.slice(0, traceLimit).map(({ exchange }) => exchange.id),
    );
  });

  it('cover the policy exactly, whatever was captured', () => {
    const wanted = fc.record({
      origin: fc.constantFrom('http://localhost:1', 'https://a.test', 'null', 'https://b.test/'),
      method: fc.constantFrom('GET', 'PUT', '*', 'patch'),
      headers: fc.subarray(['x-a', 'x-b', '*', 'a b']),
      credentials: fc.constantFrom('include', 'omit'),
    });
    fc.assert(
      fc.property(fc.array(wanted, { maxLength: 12 }), (all) => {
        const captured = all.map((one) => judged(one));
        const { policy, traces } = synthesise(countNeeds(captured).values());
        const valuesOf = (part: string) =>
          traces.filter((trace) => trace.part === part).map(({ value }) => value);
        expect(valuesOf('origin')).toEqual(policy.origins);
        expect(valuesOf('method')).toEqual(policy.methods);
        expect(valuesOf('header')).toEqual(policy.headers);
        expect(valuesOf('credentials')).toEqual(policy.credentials ? ['include'] : []);
        // Every trace is witnessed: without the exchanges that it names, and no more are counted, its entry goes.
        for (const { part, value, exchangeIds, count } of traces) {
          expect(exchangeIds.length).toBe(count);
          const others = captured.filter(({ exchange }) => !exchangeIds.includes(exchange.id));
          expect(idsOf(others, part, value)).toBeUndefined();
        }
      }),
    );
  });
});
