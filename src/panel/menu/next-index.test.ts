import { describe, expect, test } from 'vitest';
import { nextIndex } from './next-index.ts';

const labels = ['Copy URL', 'Copy as cURL', 'Save', '✓ Include'];

describe('keys in a menu', () => {
  test.each([
    ['ArrowDown', 0, 1],
    ['ArrowDown', 3, 0],
    ['ArrowDown', -1, 0],
    ['ArrowUp', 0, 3],
    ['ArrowUp', 2, 1],
    ['Home', 2, 0],
    ['End', 0, 3],
    ['c', 0, 1],
    ['C', 1, 0],
    ['s', 0, 2],
    ['i', 0, 3],
    ['x', 0, null],
    ['Enter', 0, null],
    [' ', 0, null],
  ])('%s at %i goes to %s', (key, current, next) => {
    expect(nextIndex(labels, current, key)).toBe(next);
  });

  test('go nowhere in an empty menu', () => {
    expect(nextIndex([], -1, 'ArrowDown')).toBeNull();
  });
});
