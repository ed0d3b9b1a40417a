import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Diagnosed } from '../../diagnosis/index.ts';
import type { Settings } from '../host.ts';
import { type Completion, createCompletion } from './completion/completion.ts';
import { seenValues } from './completion/seen.ts';
import { faultWords } from './fault-words.ts';
import { createListing } from './listing.ts';
import { parseFilter } from './parse.ts';
import { countPills, type Pill, type PillCounts } from './pill.ts';
import { readAhead } from './read-ahead.ts';
import { rememberFilter } from './remembered.ts';
import { RowIndex } from './row-index.ts';

/** What the filter bar holds, and what it leaves of the list. */
export interface Filtering {
  readonly text: Signal<string>;
  readonly inverted: Signal<boolean>;
  /** None: all. */
  readonly pills: Signal<ReadonlySet<Pill>>;
  readonly counts: ReadonlySignal<PillCounts>;
  /** What is wrong with the text, in a sentence. */
  readonly fault: ReadonlySignal<string | null>;
  /** Something may be hidden. */
  readonly active: ReadonlySignal<boolean>;
  readonly completion: Completion;
  readonly listed: ReadonlySignal<readonly Diagnosed[]>;
  /** Lists what this text lists, and nothing else. */
  show(text: string): void;
  /** Lists everything. */
  clear(): void;
  /** Ends what it does on its own. */
  close(): void;
}

export function createFiltering(all: ReadonlySignal<readonly Diagnosed[]>, settings: Settings): Filtering {
  const text = signal('');
  const inverted = signal(false);
  const pills = signal<ReadonlySet<Pill>>(new Set());
  const filter = computed(() => parseFilter(text.value));
  const forget = rememberFilter(settings, { text, inverted, pills });
  const index = new RowIndex();
  const list = createListing(index);
  const query = computed(() => ({
    filter: filter.value,
    inverted: inverted.value,
    pills: pills.value,
  }));
  const unread = readAhead(all, index);
  const show = (wanted: string): void =>
    batch(() => {
      text.value = wanted;
      inverted.value = false;
      pills.value = new Set();
    });
  return {
    text,
    inverted,
    pills,
    counts: computed(() => countPills(all.value)),
    fault: computed(() => faultWords(filter.value)),
    active: computed(() => filter.value.terms.length > 0 || pills.value.size > 0),
    completion: createCompletion(text, (key) => seenValues(index, index.entriesOf(all.value), key)),
    listed: computed(() => list(all.value, query.value)),
    show,
    clear: () => show(''),
    close() {
      forget();
      unread();
    },
  };
}
