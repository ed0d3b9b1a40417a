import { type ReadonlySignal, signal } from '@preact/signals';
import type { Settings } from '../host.ts';

/** The list's share of the panel's width beside an open detail, in per cent. */
export const firstShare = 46;
export const leastShare = 20;
export const mostShare = 80;

const kept = 'list share';

export interface Split {
  readonly share: ReadonlySignal<number>;
  /** Is brought within the bounds, and remembered. */
  set(share: number): void;
}

const bounded = (share: number): number =>
  Math.min(mostShare, Math.max(leastShare, Math.round(share * 10) / 10));

export function createSplit(settings: Settings): Split {
  const before = settings.get(kept);
  const share = signal(typeof before === 'number' && Number.isFinite(before) ? bounded(before) : firstShare);
  return {
    share,
    set(next) {
      share.value = bounded(next);
      settings.set(kept, share.value);
    },
  };
}
