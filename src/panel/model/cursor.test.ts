import { expect, test } from 'vitest';
import { rowAfter } from './cursor.ts';

const ids = Array.from({ length: 30 }, (_, index) => String(index));

test.each<[string | null, string, string | null]>([
  [null, 'ArrowDown', '0'],
  [null, 'ArrowUp', '29'],
  ['3', 'ArrowDown', '4'],
  ['3', 'ArrowUp', '2'],
  ['0', 'ArrowUp', '0'],
  ['29', 'ArrowDown', '29'],
  ['25', 'PageDown', '29'],
  ['25', 'PageUp', '15'],
  ['7', 'Home', '0'],
  ['7', 'End', '29'],
  ['7', 'x', null],
  ['gone', 'ArrowDown', '0'],
])('from %s, %s goes to %s', (from, key, to) => {
  expect(rowAfter(ids, from, key)).toBe(to);
});

test('an empty list has nowhere to go', () => {
  expect(rowAfter([], null, 'ArrowDown')).toBeNull();
});
