import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Diagnosed } from '../../diagnosis/index.ts';
import { mixed } from '../gallery/scenes.ts';
import { compileFilter } from './compile.ts';
import { createListing, type Query } from './listing.ts';
import { parseFilter } from './parse.ts';
import { type Pill, pillOf, pills } from './pill.ts';

const query = (text: string, chosen: readonly Pill[] = [], inverted = false): Query => ({
  filter: parseFilter(text),
  inverted,
  pills: new Set(chosen),
});
const ids = (rows: readonly Diagnosed[]) => rows.map(({ exchange }) => exchange.id);

test('pills list what has one of their verdicts, and narrow together with the text', () => {
  const list = createListing();
  expect(ids(list(mixed, query('', ['risky', 'pending'])))).toEqual(['4', '11']);
  expect(ids(list(mixed, query('orders', ['risky'])))).toEqual([]);
  expect(ids(list(mixed, query('a1b2c3d4e5', ['risky'])))).toEqual(['4']);
  expect(ids(list(mixed, query('orders', ['blocked', 'allowed'], true)))).toEqual(['5', '6', '7', '8', '9']);
});

test('an answer that stays the same is the same array, so that nothing is drawn anew', () => {
  const list = createListing();
  const first = list(mixed, query('ord'));
  expect(list(mixed, query('orders'))).toBe(first);
  expect(list([...mixed], query('orders'))).toBe(first);
  expect(list(mixed, query(''))).not.toBe(first);
});

/** How many rows' URLs are looked at. */
function watched(rows: readonly Diagnosed[]) {
  let looks = 0;
  const watching = rows.map((row) => ({
    ...row,
    exchange: {
      ...row.exchange,
      get hops() {
        looks += 1;
        return row.exchange.hops;
      },
    },
  }));
  const since = (): number => {
    const before = looks;
    looks = 0;
    return before;
  };
  return { watching, since };
}

test('while one types on only what is listed is asked; while traffic streams only what is new', () => {
  const { watching, since } = watched(mixed);
  const list = createListing();
  const [first, ...others] = watching;
  if (first === undefined) throw new Error('no rows');
  list(others, query('patch'));
  const once = since();
  const narrowed = query('patch sentry');
  expect(ids(list(others, narrowed))).toEqual(['6']);
  expect(since()).toBeLessThan(once / 2);
  expect(ids(list([...others, first], narrowed))).toEqual(['6']);
  expect(since()).toBeLessThan(once / 2);
  expect(ids(list(others.slice(4), narrowed))).toEqual(['6']);
  expect(since()).toBe(0);
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
      const list = createListing();
      let rows: readonly Diagnosed[] = mixed;
      let kept = query('');
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
        kept = step.text === 'a b' ? kept : query(step.text, step.pills, step.inverted);
        const test = compileFilter(kept.filter, kept.inverted);
        const expected = rows.filter((row) => {
          const pill = pillOf(row);
          return (kept.pills.size === 0 || (pill !== null && kept.pills.has(pill))) && test(row);
        });
        expect(list(rows, kept)).toEqual(expected);
      }
    }),
  );
});
