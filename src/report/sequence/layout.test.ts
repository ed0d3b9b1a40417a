import fc from 'fast-check';
import { expect, test } from 'vitest';
import { actors } from './actors.ts';
import { type Lines, layOut, lineHeight, type SequenceLayout } from './layout.ts';
import { widthOf } from './measure.ts';
import type { Pictured } from './pictured.ts';
import { rowsOf } from './rows.ts';
import { hop, kinds, picturedAs, refused } from './sample.testing.ts';

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Half open, so that what touches does not overlap. */
const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const linesOf = ({ face, x, y, lines }: Lines): readonly Box[] =>
  lines.map((line, index) => ({
    left: x,
    right: x + widthOf(line, face),
    top: y + index * lineHeight - 10,
    bottom: y + index * lineHeight + 2,
  }));

function textsOf({ arrows, bands, heads }: SequenceLayout): readonly Box[] {
  return [
    ...arrows.flatMap(({ label, note }) => [...linesOf(label), ...(note === null ? [] : linesOf(note))]),
    ...bands.flatMap(({ text }) => linesOf(text)),
    ...heads.map(({ x, name }) => {
      const half = widthOf(name, 'words') / 2;
      return { left: x - half, right: x + half, top: 5, bottom: 17 };
    }),
  ];
}

const drawn = (exchange: Pictured, width: number): SequenceLayout =>
  layOut(rowsOf(exchange), width, actors[exchange.gateway]);

function expectSound(layout: SequenceLayout): void {
  const texts = textsOf(layout);
  const lines = layout.lifelines.map(([x, top, bottom]) => ({ left: x, right: x + 0.1, top, bottom }));
  const arrows = layout.arrows.map(({ from, to, y }) => ({
    left: Math.min(from, to),
    right: Math.max(from, to),
    top: y,
    bottom: y + 0.1,
  }));
  for (const [index, text] of texts.entries()) {
    expect(text.left).toBeGreaterThanOrEqual(0);
    expect(text.right).toBeLessThanOrEqual(layout.width);
    expect(text.bottom).toBeLessThanOrEqual(layout.height);
    expect(lines.filter((line) => overlap(text, line))).toEqual([]);
    expect(arrows.filter((arrow) => overlap(text, arrow))).toEqual([]);
    expect(texts.filter((other, at) => at > index && overlap(text, other))).toEqual([]);
  }
  const heads = layout.heads.map(({ x, half }) => ({ left: x - half, right: x + half, top: 1, bottom: 21 }));
  for (const [index, head] of heads.entries()) {
    expect(head.left).toBeGreaterThanOrEqual(0);
    expect(head.right).toBeLessThanOrEqual(layout.width);
    expect(heads.filter((other, at) => at > index && overlap(head, other))).toEqual([]);
  }
}

const widths = fc.integer({ min: 260, max: 1200 });
/** What strangers may write: long, without a seam, wide, of any script. */
const text = fc.oneof(
  fc.string({ maxLength: 300 }),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.constantFrom(
    'W'.repeat(300),
    '漢字'.repeat(80),
    '👩‍👩‍👧'.repeat(40),
    'a-'.repeat(200),
    '',
    ' '.repeat(90),
  ),
);

test.each(Object.entries(kinds))(
  '%s: nothing overlaps, no text crosses a lifeline or leaves the picture, at any width',
  (_, exchange) => {
    fc.assert(
      fc.property(widths, (width) => expectSound(drawn(exchange, width))),
      { numRuns: 60 },
    );
  },
);

test('strangers’ text of any kind stays between its lifelines', () => {
  fc.assert(
    fc.property(widths, text, text, text, (width, value, method, target) => {
      expectSound(
        drawn(
          {
            ...refused('PreflightAllowOriginMismatch', [['access-control-allow-origin', value]]),
            method,
            needs: [value, method],
          },
          width,
        ),
      );
      const moved = { ...hop(target, 200), actual: null };
      expectSound(drawn(picturedAs({ method, hops: [hop(value), moved], deciding: 1 }), width));
    }),
    { numRuns: 150 },
  );
});

test('the arrows go down the picture', () => {
  const ys = drawn(kinds.redirected ?? picturedAs(), 300).arrows.map(({ y }) => y);
  expect(ys).toEqual([...new Set(ys)].sort((one, other) => one - other));
});

test('a narrow picture leaves the fourth lifeline out; what is not known says so by its name', () => {
  const names = (exchange: Pictured | undefined, width: number) =>
    drawn(exchange ?? picturedAs(), width).heads.map(({ name }) => name);
  expect(names(kinds.rest, 300)).toEqual(['Page', 'Browser', 'REST API']);
  expect(names(kinds.rest, 640)).toEqual(['Page', 'Browser', 'REST API', 'Integration']);
  expect(names(kinds.function, 640).slice(2)).toEqual(['Function URL', 'Function']);
  expect(names(kinds.cdn, 640).slice(2)).toEqual(['CloudFront', 'Unknown origin']);
  expect(names(kinds.unknown, 640).slice(2)).toEqual(['Server', 'Unknown']);
});
