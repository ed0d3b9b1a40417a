import { batch, computed, type ReadonlySignal, type Signal, signal, untracked } from '@preact/signals';
import type { Key } from '../keys.ts';
import type { Seen } from './seen.ts';
import { type Suggestion, suggest } from './suggest.ts';

/** The suggestions below the filter box. */
export interface Completion {
  /** None: nothing is shown. */
  readonly suggestions: ReadonlySignal<readonly Suggestion[]>;
  /** Place of the one that Enter takes. */
  readonly active: ReadonlySignal<number | null>;
  /** Something was typed, and the caret stands there; `asked`: a key asked for suggestions. */
  open(caret: number, asked: boolean): void;
  /** False where it was not open. */
  close(): boolean;
  /** To the next suggestion or the one before, around the ends. */
  move(step: 1 | -1): void;
  /** Puts a suggestion into the text. Returns where the caret goes; null where there is no such one. */
  accept(at: number): number | null;
}

export function createCompletion(text: Signal<string>, seenNow: (key: Key) => readonly Seen[]): Completion {
  const place = signal<{ readonly caret: number; readonly asked: boolean } | null>(null);
  const active = signal<number | null>(null);
  // What was seen stays as it is while the list is open: it would move under the hand while traffic streams.
  const kept = new Map<Key, readonly Seen[]>();
  const seen = (key: Key): readonly Seen[] => {
    const values = kept.get(key) ?? untracked(() => seenNow(key));
    kept.set(key, values);
    return values;
  };
  const suggestions = computed(() =>
    place.value === null ? [] : suggest({ ...place.value, text: text.value, seen }),
  );
  const close = (): boolean => {
    const open = suggestions.peek().length > 0;
    kept.clear();
    batch(() => {
      place.value = null;
      active.value = null;
    });
    return open;
  };
  return {
    suggestions,
    active,
    open(caret, asked) {
      batch(() => {
        place.value = { caret, asked };
        active.value = null;
      });
    },
    close,
    move(step) {
      const count = suggestions.value.length;
      const from = active.value ?? (step > 0 ? -1 : count);
      active.value = count === 0 ? null : (from + step + count) % count;
    },
    accept(at) {
      const chosen = suggestions.value[at];
      if (chosen === undefined) return null;
      const { start, end, insert, whole } = chosen;
      const before = `${text.value.slice(0, start)}${insert}`;
      const after = text.value.slice(end);
      const space = whole && after === '' ? ' ' : '';
      const caret = before.length + space.length;
      batch(() => {
        text.value = before + space + after;
        if (whole) close();
        else {
          place.value = { caret, asked: true };
          active.value = null;
        }
      });
      return caret;
    },
  };
}
