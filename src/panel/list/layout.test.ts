import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnIds } from './columns.ts';
import { firstLayout, parseLayout, shownColumns, sortedBy, toggled } from './layout.ts';
import { resizedTo, widthsIn } from './widths.ts';

test('a click sorts upwards, the next downwards, the third not at all', () => {
  const up = sortedBy(firstLayout, 'status');
  expect(up.sort).toEqual({ column: 'status', descending: false });
  const down = sortedBy(up, 'status');
  expect(down.sort).toEqual({ column: 'status', descending: true });
  expect(sortedBy(down, 'status').sort).toBeNull();
  expect(sortedBy(down, 'method').sort).toEqual({ column: 'method', descending: false });
});

test('columns hide and come back in their order; without verdict and name there is no row', () => {
  const without = toggled(firstLayout, 'method');
  expect(shownColumns(without)).toEqual(['verdict', 'status', 'name', 'cause']);
  expect(shownColumns(toggled(toggled(without, 'origin'), 'method'))).toEqual([
    'verdict',
    'method',
    'status',
    'name',
    'cause',
    'origin',
  ]);
  expect(toggled(firstLayout, 'name')).toBe(firstLayout);
});

test('what was kept is read back; what another version or a stranger wrote never breaks the list', () => {
  const made = {
    ...resizedTo(toggled(sortedBy(firstLayout, 'cause'), 'origin'), widthsIn(firstLayout, 1000), 'name', 99),
    grouped: false,
  };
  expect(parseLayout(JSON.parse(JSON.stringify(made)))).toEqual(made);
  expect(parseLayout(undefined)).toEqual(firstLayout);
  fc.assert(
    fc.property(
      fc.oneof(
        fc.anything(),
        fc.record({ hidden: fc.anything(), widths: fc.anything(), sort: fc.anything() }),
      ),
      (kept) => {
        const { hidden, widths } = parseLayout(kept);
        expect(hidden.every((id) => columnIds.includes(id))).toBe(true);
        expect(hidden).not.toContain('name');
        expect(Object.values(widths).every((px) => px >= 28 && px <= 2000)).toBe(true);
      },
    ),
  );
});
