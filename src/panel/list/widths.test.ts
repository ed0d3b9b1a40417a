import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnIds, columns } from './columns.ts';
import { firstLayout, type Layout, shownColumns, toggled } from './layout.ts';
import { resizedTo, type Widths, widthsIn } from './widths.ts';

const widthOf = (widths: Widths, column: string): number =>
  widths.find(([id]) => id === column)?.[1] ?? Number.NaN;
const sum = (widths: Widths): number => widths.reduce((all, [, px]) => all + px, 0);

const layouts: fc.Arbitrary<Layout> = fc
  .record({
    hidden: fc.subarray(columnIds.filter((id) => columns[id].fixed !== true)),
    resized: fc.array(fc.tuple(fc.constantFrom(...columnIds), fc.integer({ min: 28, max: 900 })), {
      maxLength: 6,
    }),
  })
  .map(({ hidden, resized }) => ({ ...firstLayout, hidden, widths: Object.fromEntries(resized) }));

test('the columns fill their room, and are wider only where nothing can give way', () => {
  fc.assert(
    fc.property(layouts, fc.integer({ min: 200, max: 3000 }), (layout, room) => {
      const widths = widthsIn(layout, room);
      expect(widths.map(([id]) => id)).toEqual(shownColumns(layout));
      expect(sum(widths)).toBeGreaterThanOrEqual(room);
      if (sum(widths) === room) return;
      for (const [id, px] of widths)
        if (columns[id].share > 0) expect(px).toBeLessThanOrEqual(columns[id].width);
    }),
  );
});

test('at first, no width of a list with columns makes it wider than its room', () => {
  fc.assert(
    fc.property(fc.integer({ min: 561, max: 4000 }), (room) => {
      expect(sum(widthsIn(firstLayout, room))).toBe(room);
    }),
  );
});

test('the edge that is dragged follows the pointer: columns before it stay, those behind it give way', () => {
  const before = widthsIn(firstLayout, 1000);
  const after = widthsIn(resizedTo(firstLayout, before, 'name', 300), 1000);
  expect(widthOf(after, 'status')).toBe(widthOf(before, 'status'));
  expect(widthOf(after, 'name')).toBe(300);
  expect(sum(after)).toBe(1000);
  const wide = toggled(firstLayout, 'origin');
  const now = widthsIn(wide, 1200);
  const dragged = widthsIn(resizedTo(wide, now, 'cause', widthOf(now, 'cause') - 60), 1200);
  expect(widthOf(dragged, 'name')).toBe(widthOf(now, 'name'));
  expect(widthOf(dragged, 'cause')).toBe(widthOf(now, 'cause') - 60);
});

test('a width has bounds', () => {
  const now = widthsIn(firstLayout, 1000);
  expect(resizedTo(firstLayout, now, 'status', -5).widths.status).toBe(28);
  expect(resizedTo(firstLayout, now, 'status', 1e9).widths.status).toBe(2000);
});
