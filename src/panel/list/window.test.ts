import fc from 'fast-check';
import { expect, test } from 'vitest';
import { healthy } from '../gallery/rest-exchanges.ts';
import { anchorAt, indexOfKey, topFor } from './anchor.ts';
import type { Item } from './items.ts';
import { indexAt, offsetsOf, partsOf, scrollFor, windowAt } from './window.ts';

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
        const { from, to } = windowAt(offsets, top, height);
        for (const [index] of items.entries()) {
          const begin = offsets[index] ?? 0;
          const end = offsets[index + 1] ?? 0;
          if (begin < top + height && end > top) expect(index >= from && index < to).toBe(true);
        }
        expect(to - from).toBeLessThanOrEqual(Math.ceil(height / 22) + 2 + 24);
      },
    ),
  );
});

test('the document is as high as all lines, holds those in sight in their order, and always the one at the cursor', () => {
  fc.assert(
    fc.property(lists, fc.nat(9000), fc.integer({ min: -1, max: 399 }), (items, top, at) => {
      const offsets = offsetsOf(items, false);
      const cursor = Math.min(at, items.length - 1);
      const window = windowAt(offsets, Math.min(top, offsets.at(-1) ?? 0), 300);
      const parts = partsOf(offsets, window, cursor);
      const height = (index: number): number => (offsets[index + 1] ?? 0) - (offsets[index] ?? 0);
      const heights = parts.map((part) => (part.kind === 'gap' ? part.height : height(part.index)));
      expect(heights.reduce((sum, each) => sum + each, 0)).toBe(offsets.at(-1));
      const drawn = parts.flatMap((part) => (part.kind === 'line' ? [part.index] : []));
      expect(drawn).toEqual([...new Set(drawn)].sort((a, b) => a - b));
      for (let index = window.from; index < window.to; index += 1) expect(drawn).toContain(index);
      if (cursor >= 0) expect(drawn).toContain(cursor);
      const gaps = parts.flatMap((part) => (part.kind === 'gap' ? [part.at] : []));
      expect(new Set(gaps).size).toBe(gaps.length);
    }),
  );
});

test('what is in sight stays in its place as lines come and go elsewhere', () => {
  fc.assert(
    fc.property(
      lists,
      fc.nat(9000),
      fc.array(fc.boolean(), { maxLength: 400 }),
      fc.nat(50),
      (kinds, y, kept, added) => {
        const items = kinds.map((item, at) => ({ ...item, key: `line ${at}` }));
        const offsets = offsetsOf(items, false);
        const top = 1 + Math.min(y, (offsets.at(-1) ?? 0) - 2);
        const anchor = anchorAt(items, offsets, top);
        if (anchor === null) throw new Error('nothing at the top');
        const news = Array.from({ length: added }, (_, at) => ({ ...row, key: `new ${at}` }));
        const later = [...news, ...items.filter(({ key }, at) => key === anchor.key || kept[at] === true)];
        const moved = topFor(anchor, later, offsetsOf(later, false)) ?? -1;
        const index = later.findIndex(({ key }) => key === anchor.key);
        expect(moved - (offsetsOf(later, false)[index] ?? 0)).toBe(top - (offsets[anchor.index] ?? 0));
        expect(topFor(anchor, news, offsetsOf(news, false))).toBeNull();
      },
    ),
  );
});

test('at the very top nothing is held: what comes there is seen', () => {
  expect(anchorAt([row], offsetsOf([row], false), 0)).toBeNull();
});

test('a line is found by its key from wherever one looks', () => {
  const items = Array.from({ length: 50 }, (_, at): Item => ({ ...row, key: `${at}` }));
  fc.assert(
    fc.property(fc.nat(60), fc.integer({ min: -5, max: 99 }), (at, near) => {
      expect(indexOfKey(items, `${at}`, near)).toBe(at < 50 ? at : -1);
    }),
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
