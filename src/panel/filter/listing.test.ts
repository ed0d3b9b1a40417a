import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { Diagnosed } from '../../diagnosis/index.ts';
import { healthy } from '../gallery/rest-exchanges.ts';
import { mixed } from '../gallery/scenes.ts';
import { standingOf } from '../model/standing.ts';
import { facts } from './facts.ts';
import { createListing } from './listing.ts';
import { pills } from './pill.ts';
import { RowIndex } from './row-index.ts';
import { idsOf, passing, queryFor } from './testing.ts';

test('pills list what has one of their verdicts, and narrow together with the text', () => {
  const list = createListing(new RowIndex());
  expect(idsOf(list(mixed, queryFor('', ['risky', 'pending'])))).toEqual(['4', '11']);
  expect(idsOf(list(mixed, queryFor('orders', ['risky'])))).toEqual([]);
  expect(idsOf(list(mixed, queryFor('a1b2c3d4e5', ['risky'])))).toEqual(['4']);
  expect(idsOf(list(mixed, queryFor('orders', ['blocked', 'allowed'], true)))).toEqual([
    '5',
    '6',
    '7',
    '8',
    '9',
  ]);
});

test('an answer that stays the same is the same array, so that nothing is drawn anew', () => {
  const list = createListing(new RowIndex());
  const first = list(mixed, queryFor('ord'));
  expect(list(mixed, queryFor('orders'))).toBe(first);
  expect(list([...mixed], queryFor('orders'))).toBe(first);
  expect(list(mixed, queryFor(''))).not.toBe(first);
});

/** How many rows' facts are read. */
function watched(rows: readonly Diagnosed[]) {
  const looks = { now: 0 };
  const watching = rows.map((row) => ({
    ...row,
    get gateway() {
      looks.now += 1;
      return row.gateway;
    },
  }));
  return { watching, looks };
}

test('a row’s facts are read once: not while one types on, nor while traffic streams', () => {
  const { watching, looks } = watched(mixed);
  const list = createListing(new RowIndex());
  const [first, ...others] = watching;
  if (first === undefined) throw new Error('no rows');
  expect(idsOf(list(others, queryFor('gateway:http')))).toEqual(['6', '7', '8', '9', '10', '11']);
  expect(looks.now).toBe(10);
  expect(idsOf(list(others, queryFor('-gateway:http')))).toEqual(['2', '3', '4', '5']);
  expect(looks.now).toBe(10);
  expect(idsOf(list([...others.slice(4), first], queryFor('-gateway:http')))).toEqual(['1']);
  expect(looks.now).toBe(11);
});

test('while one types on, only what is still listed is asked', () => {
  const index = new RowIndex();
  const list = createListing(index);
  list(mixed, queryFor('patch'));
  const asked = vi.spyOn(index.column('method'), 'numberOf');
  expect(idsOf(list(mixed, queryFor('patch method:PATCH')))).toEqual(['6']);
  expect(asked.mock.calls.map(([{ row }]) => row.exchange.id)).toEqual(['6']);
});

test('facts that were read ahead are not read again', () => {
  const { watching, looks } = watched(mixed);
  const index = new RowIndex();
  const entries = index.entriesOf(watching);
  while (index.warm(4));
  const before = looks.now;
  expect(before).toBeGreaterThan(0);
  for (const fact of facts) for (const entry of entries) index.column(fact).numberOf(entry);
  expect(looks.now).toBe(before);
  const [first] = mixed;
  if (first === undefined) throw new Error('no rows');
  const another = watched([{ ...first, exchange: { ...first.exchange, id: 'another' } }]);
  index.entriesOf([...watching, ...another.watching]);
  while (index.warm(4));
  expect(another.looks.now).toBeGreaterThan(0);
});

const numbered = (id: number) => ({
  ...healthy,
  exchange: {
    ...healthy.exchange,
    id: String(id),
    hops: [{ url: `http://a.example/${id}/`, preflight: null, actual: null }],
  },
});

test('a URL is found among thousands, at a block’s borders, and after rows came and went', () => {
  const index = new RowIndex();
  const list = createListing(index);
  const rows = Array.from({ length: 5000 }, (_, id) => numbered(id));
  for (const id of [0, 1023, 1024, 2047, 4999])
    expect(idsOf(list(rows, queryFor(`example/${id}/`)))).toEqual([String(id)]);
  expect(list(rows, queryFor('A.EXAMPLE'))).toHaveLength(5000);
  expect(list(rows, queryFor('/http'))).toEqual([]);
  const query = queryFor('7/');
  list(rows, query);
  const later = [...rows.slice(100, 4000), ...Array.from({ length: 3000 }, (_, at) => numbered(5000 + at))];
  expect(idsOf(list(later, query))).toEqual(idsOf(later).filter((id) => id.endsWith('7')));
});

test('what went does not stay behind in the index', () => {
  const index = new RowIndex();
  const list = createListing(index);
  let rows = Array.from({ length: 100 }, (_, id) => numbered(id));
  let highest = 0;
  for (let id = 100; id < 9000; id += 1) {
    rows = [...rows.slice(1), numbered(id)];
    const entries = index.entriesOf(rows);
    expect(entries.every(({ row }, at) => row === rows[at])).toBe(true);
    expect(new Set(entries.map(({ place }) => place)).size).toBe(100);
    if (id % 50 === 0) expect(list(rows, queryFor('a.example'))).toHaveLength(100);
    highest = Math.max(highest, ...entries.map(({ place }) => place));
  }
  expect(highest).toBeLessThan(3000);
});

test('a filter that stays goes on to be right when the index begins anew', () => {
  const list = createListing(new RowIndex());
  const query = queryFor('origin:a.example');
  const from = (origin: string, first: number, count: number) =>
    Array.from({ length: count }, (_, at) => {
      const row = numbered(first + at);
      return { ...row, exchange: { ...row.exchange, origin } };
    });
  expect(list(from('http://a.example', 0, 5000), query)).toHaveLength(5000);
  expect(list(from('http://b.example', 5000, 100), query)).toEqual([]);
  expect(
    list([...from('http://b.example', 5000, 100), ...from('http://a.example', 9000, 7)], query),
  ).toHaveLength(7);
});

test('a negated word that grows lists more', () => {
  const list = createListing(new RowIndex());
  expect(list(mixed, queryFor('-o'))).toEqual([]);
  expect(idsOf(list(mixed, queryFor('-orders')))).toEqual(['4', '5', '6', '7', '8', '9', '10', '11']);
});

/** Texts that one grows out of the other, and that do not. */
const texts = [
  '',
  'o',
  'or',
  'orders',
  'orders p',
  '-orders',
  '-o',
  'is:b',
  'is:blocked',
  'is:',
  '/o/',
  '/(/',
]
  .concat(['/(/ o', 'method:PUT', 'method:PUT,GET', '"orders" -is:blocked', 'a', 'a b'])
  .map((text) => fc.constant(text));
const steps = fc.array(
  fc.record({
    text: fc.oneof(...texts),
    inverted: fc.boolean(),
    pills: fc.subarray([...pills]),
    rows: fc.oneof(fc.constant(null), fc.shuffledSubarray([...mixed])),
    renewed: fc.boolean(),
  }),
  { maxLength: 12 },
);

test('whatever was asked before, it lists what the filter lets pass and nothing else', () => {
  fc.assert(
    fc.property(steps, (all) => {
      const list = createListing(new RowIndex());
      let rows: readonly Diagnosed[] = mixed;
      let asked = '';
      let kept = queryFor(asked);
      for (const step of all) {
        // A row that changes is another object with the same id: here one that is blocked no more.
        rows = (step.rows ?? rows).map((row, at) =>
          step.renewed && at % 2 === 0
            ? {
                ...row,
                judgement: { ...row.judgement, verdict: { ...row.judgement.verdict, outcome: 'pending' } },
              }
            : row,
        );
        if (step.text !== 'a b') {
          asked = step.text;
          kept = queryFor(asked, step.pills, step.inverted);
        }
        const expected = passing(rows, asked, kept.inverted).filter(
          (row) => kept.pills.size === 0 || [...kept.pills].some((pill) => pill === standingOf(row)),
        );
        expect(list(rows, kept)).toEqual(expected);
      }
    }),
  );
});
