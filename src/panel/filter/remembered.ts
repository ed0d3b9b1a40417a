import { effect, type Signal } from '@preact/signals';
import type { Settings } from '../host.ts';
import { type Pill, pills } from './pill.ts';
import { longestFilter } from './tokens.ts';

interface Kept {
  readonly text: Signal<string>;
  readonly inverted: Signal<boolean>;
  readonly pills: Signal<ReadonlySet<Pill>>;
}

const key = 'filter';

/** Sets the filter as it was left, as the Network panel does, and keeps what becomes of it. Returns what ends that. */
export function rememberFilter(settings: Settings, { text, inverted, pills: chosen }: Kept): () => void {
  const kept = settings.get(key);
  if (typeof kept === 'object' && kept !== null) {
    if ('text' in kept && typeof kept.text === 'string') text.value = kept.text.slice(0, longestFilter);
    if ('inverted' in kept) inverted.value = kept.inverted === true;
    const known = 'pills' in kept && Array.isArray(kept.pills) ? new Set<unknown>(kept.pills) : new Set();
    chosen.value = new Set(pills.filter((pill) => known.has(pill)));
  }
  return effect(() => {
    settings.set(key, { text: text.value, inverted: inverted.value, pills: [...chosen.value] });
  });
}
