import { expect, test } from 'vitest';
import type { Diagnosed } from '../../diagnosis/index.ts';
import { cachedPreflight, pending, redirected } from '../gallery/http-exchanges.ts';
import { diagnosed, message } from '../gallery/make.ts';
import { duration, timingOf } from './timing.ts';

const url = 'https://api.example/';
const timed = (startedAt: number, endedAt: number | null) => ({
  ...message({ method: 'GET', url, status: 200 }),
  startedAt,
  endedAt,
});
const told = (subject: Diagnosed) =>
  timingOf(subject).spans.map(({ what, from, to, note }) => [what, from, to, note]);
const parts = { id: '1', apiId: 'a', kind: 'http', url } as const;

test('preflight and actual stand on one time line', () => {
  const subject = diagnosed({ ...parts, preflight: timed(1000, 1030), actual: timed(1031, 1100) });
  expect(told(subject)).toEqual([
    ['Preflight', 0, 30, null],
    ['Actual', 31, 100, null],
  ]);
  expect(timingOf(subject)).toMatchObject({ startedAt: 1000, total: 100 });
});

test('a preflight from the cache took no time, and is said to be from there', () => {
  expect(told(cachedPreflight)[0]).toEqual(['Preflight', 0, 0, 'from the preflight cache']);
  expect(told(cachedPreflight)[1]?.[0]).toBe('Actual');
});

test('an end that nobody told makes the total unknown', () => {
  const open = diagnosed({ ...parts, preflight: timed(1000, 1030), actual: timed(1031, null) });
  expect(told(open)[1]).toEqual(['Actual', 31, null, 'its end was not told']);
  expect(timingOf(open).total).toBeNull();
  const running = { ...pending, exchange: { ...pending.exchange, hops: open.exchange.hops } };
  expect(told(running)[1]?.[3]).toBe('under way');
});

test('clocks that run backwards make no negative time', () => {
  const subject = diagnosed({ ...parts, preflight: timed(1000, 990), actual: timed(995, 996) });
  for (const [, from, to] of told(subject)) expect([from, to].every((each) => Number(each) >= 0)).toBe(true);
  expect(timingOf(subject).startedAt).toBe(995);
});

test('hops are numbered, those before the last are redirects', () => {
  expect(told(redirected).map(([what]) => what)).toEqual(['Redirect 1', 'Actual 2']);
});

test('where nothing was sent, nothing is known', () => {
  const subject = diagnosed({ ...parts });
  expect(timingOf(subject)).toMatchObject({ spans: [], total: null });
});

test.each([
  [null, 'unknown'],
  [0, '0 ms'],
  [0.4, 'under 1 ms'],
  [12.3, '12 ms'],
  [1234, '1.23 s'],
])('%s is written %s', (milliseconds, expected) => {
  expect(duration(milliseconds)).toBe(expected);
});
