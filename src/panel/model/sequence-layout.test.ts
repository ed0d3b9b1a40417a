import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blockedPreflight } from '../gallery/rest-exchanges.ts';
import { layOutSequence, wrap } from './sequence-layout.ts';
import { stepsOf } from './steps.ts';

const steps = stepsOf(blockedPreflight);

test('text stays between the two lifelines of its arrow, at any width and with any note', () => {
  fc.assert(
    fc.property(fc.integer({ min: 260, max: 760 }), fc.string({ maxLength: 300 }), (width, note) => {
      const { arrows } = layOutSequence(
        steps.map((step) => ({ ...step, note })),
        width,
      );
      for (const { from, to, textX, label, note: noteLines } of arrows) {
        const room = Math.max(from, to) - textX;
        for (const line of [...label, ...noteLines])
          expect(line.length * 6.5).toBeLessThanOrEqual(Math.max(room, 26));
      }
    }),
  );
});

test('arrows go down the page, and nothing lies outside the picture', () => {
  const { arrows, height } = layOutSequence(steps, 300);
  const ys = arrows.map(({ y }) => y);
  expect(ys).toEqual([...ys].sort((one, other) => one - other));
  expect(Math.max(...ys)).toBeLessThan(height);
});

test('a narrow picture leaves the integration out', () => {
  expect(layOutSequence(steps, 300).lanes.integration).toBeNull();
  expect(layOutSequence(steps, 640).lanes.integration).toBeGreaterThan(500);
  expect(layOutSequence(steps, 640, false).lanes.integration).toBeNull();
});

test.each([
  ['short', 10, 2, ['short']],
  ['no access-control-allow-origin', 21, 3, ['no access-control-', 'allow-origin']],
  ['a,b,c,d,e', 4, 2, ['a,b,', 'c,d…']],
  ['unbreakable', 6, 2, ['unbrea', 'kable']],
  ['', 10, 2, ['']],
])('wrap %j at %i in %i lines', (text, columns, lines, expected) => {
  expect(wrap(text, columns, lines)).toEqual(expected);
});

test('wrapping never makes more or longer lines than asked', () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 200 }),
      fc.integer({ min: 4, max: 40 }),
      fc.integer({ min: 1, max: 4 }),
      (text, columns, maxLines) => {
        const lines = wrap(text, columns, maxLines);
        expect(lines.length).toBeLessThanOrEqual(maxLines);
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(columns);
      },
    ),
  );
});
