import type { Item } from './items.ts';

/** Heights in px, as the style sheet has them: rows take two lines where the list is narrow. */
const heights = { wide: 22, narrow: 40, group: 24, navigation: 22 } as const;

/** The width up to which a row takes two lines. */
export const narrowUpTo = 640;

/** Where each line begins, and below the last one where all end, in px. */
export function offsetsOf(items: readonly Item[], narrow: boolean): Int32Array {
  const offsets = new Int32Array(items.length + 1);
  const row = narrow ? heights.narrow : heights.wide;
  let at = 0;
  let index = 0;
  for (const { kind } of items) {
    offsets[index] = at;
    at += kind === 'row' ? row : heights[kind];
    index += 1;
  }
  offsets[index] = at;
  return offsets;
}

/** Rows that one page holds, of which one stays in sight as the next page comes. */
export function linesPerPage(height: number, narrow: boolean): number {
  const rows = Math.floor((height - (narrow ? 0 : heights.wide)) / (narrow ? heights.narrow : heights.wide));
  return Math.max(1, rows - 1);
}

/** Lines drawn beyond what is in sight, so that scrolling by a few shows no gap. */
const overscan = 12;

/** The lines to draw: `from` up to and without `to`. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/** What is in sight of `height` px at `top`, and a little more. */
export function windowAt(offsets: Int32Array, top: number, height: number): Window {
  const count = offsets.length - 1;
  return {
    from: Math.max(0, indexAt(offsets, top) - overscan),
    to: Math.min(count, indexAt(offsets, top + height) + 1 + overscan),
  };
}

/** A line to draw, or the room of lines that are not drawn. */
export type Part =
  | { readonly kind: 'line'; readonly index: number }
  | { readonly kind: 'gap'; readonly at: 'above' | 'between' | 'below'; readonly height: number };

/** What stands in the document, top to bottom: the window, and the line at the cursor wherever it is; -1 for none. */
export function partsOf(offsets: Int32Array, { from, to }: Window, cursor: number): readonly Part[] {
  const count = offsets.length - 1;
  const drawn = Array.from({ length: to - from }, (_, at) => from + at);
  if (cursor >= 0 && cursor < from) drawn.unshift(cursor);
  if (cursor >= to && cursor < count) drawn.push(cursor);
  const parts: Part[] = [];
  let next = 0;
  const gap = (until: number): void => {
    const height = (offsets[until] ?? 0) - (offsets[next] ?? 0);
    if (height === 0) return;
    const at = next === 0 ? 'above' : until === count ? 'below' : 'between';
    parts.push({ kind: 'gap', at, height });
  };
  for (const index of drawn) {
    gap(index);
    parts.push({ kind: 'line', index });
    next = index + 1;
  }
  gap(count);
  return parts;
}

/** The last line that begins at or above `y`. */
export function indexAt(offsets: Int32Array, y: number): number {
  let low = 0;
  let high = Math.max(0, offsets.length - 2);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((offsets[middle] ?? 0) <= y) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Where to scroll so that a line is in sight, by as little as can be; `head` px at the top are covered. */
export function scrollFor(
  offsets: Int32Array,
  index: number,
  top: number,
  height: number,
  head: number,
): number {
  const begin = offsets[index] ?? 0;
  const end = offsets[index + 1] ?? begin;
  if (begin < top) return begin;
  return end > top + height - head ? end - height + head : top;
}
