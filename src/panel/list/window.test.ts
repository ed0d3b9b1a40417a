import fc from 'fast-check';
import { expect, test } from 'vitest';
import { healthy } from '../gallery/rest-exchanges.ts';
import type { Item } from './items.ts';
import { indexAt, offsetsOf, scrollFor, windowAt } from './window.ts';

const row: Item = { kind: 'row', key: 'r', diagnosed: healthy, base: null, group: null };
const navigation: Item = { kind: 'navigation', key: 'n', navigation: { url: 'https://a.test/', at: 1 } };
const group: Item = {
  kind: 'group',
  key: 'g',
  collapsed: false,
  group: { id: 'g', base: null, kind: 'rest', origins: [], total: 0, blocked: 0, rows: [] },
};

const lists = fc.array(fc.constantFrom(row, row, row, group, navigation), { minLength: 1, maxLength: 400 });

test('lines stand below one another, rows by their height', () => {
  expect([...offsetsOf([group, row, navigation, row], false)]).toEqual([0, 24, 46, 68, 90]);
  expect([...offsetsOf([group, row, row], true)]).toEqual([0, 24, 64, 104]);
  expect([...offsetsOf([], false)]).toEqual([0]);
});

test('what is in sight is drawn, little more, and the rest takes its room', () => {
  fc.assert(
    fc.property(
      lists,
      fc.boolean(),
      fc.nat(9000),
      fc.integer({ min: 1, max: 900 }),
      (items, narrow, y, height) => {
        const offsets = offsetsOf(items, narrow);
        const total = offsets.at(-1) ?? 0;
        const top = Math.min(y, Math.max(0, total - height));
        const { from, to, above, below } = windowAt(offsets, top, height);
        for (const [index] of items.entries()) {
          const begin = offsets[index] ?? 0;
          const end = offsets[index + 1] ?? 0;
          if (begin < top + height && end > top) expect(index >= from && index < to).toBe(true);
        }
        expect(to - from).toBeLessThanOrEqual(Math.ceil(height / 22) + 2 + 24);
        expect(above + below + (offsets[to] ?? 0) - (offsets[from] ?? 0)).toBe(total);
      },
    ),
  );
});

test('the line at a height is the one that covers it', () => {
  fc.assert(
    fc.property(lists, fc.nat(9000), (items, y) => {
      const offsets = offsetsOf(items, false);
      const index = indexAt(offsets, y);
      const isLast = index === items.length - 1;
      expect((offsets[index] ?? 0) <= y).toBe(true);
      expect(isLast || (offsets[index + 1] ?? 0) > y).toBe(true);
    }),
  );
});

test('scrolling to a line brings all of it below the head, and moves no more than it must', () => {
  fc.assert(
    fc.property(
      lists,
      fc.nat(9000),
      fc.integer({ min: 80, max: 900 }),
      fc.nat(399),
      (items, top, height, at) => {
        const offsets = offsetsOf(items, false);
        const index = Math.min(at, items.length - 1);
        const to = scrollFor(offsets, index, top, height, 22);
        const begin = offsets[index] ?? 0;
        const end = offsets[index + 1] ?? 0;
        expect(begin >= to && end <= to + height - 22).toBe(true);
        if (begin >= top && end <= top + height - 22) expect(to).toBe(top);
      },
    ),
  );
});
