import { effect, type ReadonlySignal } from '@preact/signals';
import type { Diagnosed } from '../../diagnosis/index.ts';
import type { RowIndex } from './row-index.ts';

/** Below that the first keystroke reads all there is before anyone notices. */
const few = 2000;
/** Rows between two looks at the clock. */
const step = 100;

/** Fills the index while the page has nothing else to do, so that the first keystroke finds it ready. Returns what ends that. */
export function readAhead(all: ReadonlySignal<readonly Diagnosed[]>, index: RowIndex): () => void {
  let handle: number | null = null;
  const read = (deadline: IdleDeadline): void => {
    index.entriesOf(all.peek());
    let more = true;
    while (more && deadline.timeRemaining() > 1) more = index.warm(step);
    handle = more ? requestIdleCallback(read) : null;
  };
  const stop = effect(() => {
    if (all.value.length > few && handle === null) handle = requestIdleCallback(read);
  });
  return () => {
    stop();
    if (handle !== null) cancelIdleCallback(handle);
  };
}
