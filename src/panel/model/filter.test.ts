import { expect, test } from 'vitest';
import { mixed } from '../gallery/scenes.ts';
import { type Pill, shows } from './filter.ts';
import { countPills } from './pills.ts';

const ids = (text: string, pill: Pill = 'all') =>
  mixed.filter((each) => shows(each, text, pill)).map(({ exchange }) => exchange.id);

test.each<[string, readonly string[]]>([
  ['', ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11']],
  ['  ', ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11']],
  ['ORDERS', ['1', '2', '3']],
  ['put', ['1']],
  ['502', ['3']],
  ['AllowOriginMismatch', ['9']],
  ['files.example.com', ['9']],
  ['sentry-trace', ['6']],
  ['orders authorizer', ['1']],
  ['.*', []],
])('%j shows %j', (text, expected) => {
  expect(ids(text)).toEqual(expected);
});

test.each<[Pill, readonly string[]]>([
  ['blocked', ['1', '2', '3', '6', '9']],
  ['risky', ['4']],
  ['allowed', ['5', '7', '8']],
])('the pill %s shows %j, and counts them', (pill, expected) => {
  expect(ids('', pill)).toEqual(expected);
  expect(countPills(mixed)[pill]).toBe(expected.length);
});

test('a pill and a text narrow together', () => {
  expect(ids('orders', 'risky')).toEqual([]);
  expect(ids('a1b2c3d4e5', 'risky')).toEqual(['4']);
});
