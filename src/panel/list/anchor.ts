import type { Item } from './items.ts';
import { indexAt } from './window.ts';

/** The line at the top of what is in sight, and how much of it is scrolled out, in px. */
export interface Anchor {
  readonly key: string;
  readonly index: number;
  readonly past: number;
}

/** Null at the very top: there, what comes is wanted in sight. */
export function anchorAt(items: readonly Item[], offsets: Int32Array, top: number): Anchor | null {
  if (top <= 0) return null;
  const index = indexAt(offsets, top);
  const item = items[index];
  return item === undefined ? null : { key: item.key, index, past: top - (offsets[index] ?? 0) };
}

/** Where to scroll so that the line stays where it was, though lines came or went above it; null where it went itself. */
export function topFor(
  { key, index, past }: Anchor,
  items: readonly Item[],
  offsets: Int32Array,
): number | null {
  const at = items[index]?.key === key ? index : indexOfKey(items, key, index);
  return at < 0 ? null : (offsets[at] ?? 0) + past;
}

/** Looks from `near` to both sides: lines mostly move by little. -1 where there is none. */
export function indexOfKey(items: readonly Item[], key: string, near: number): number {
  const from = Math.max(0, Math.min(near, items.length - 1));
  for (let step = 0; from - step >= 0 || from + step < items.length; step += 1) {
    if (items[from + step]?.key === key) return from + step;
    if (items[from - step]?.key === key) return from - step;
  }
  return -1;
}
