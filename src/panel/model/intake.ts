/** Up to so many exchanges each event is shown at once: it costs less than a wait would delay it. */
const few = 1000;

export interface IntakeOptions<Event> {
  /** How many exchanges are shown now. */
  readonly size: () => number;
  /** Takes in what has come since the last time, in its order. */
  readonly apply: (events: readonly Event[]) => void;
  /** Milliseconds on any clock that only goes on. */
  readonly now: () => number;
  /** Calls back before the next frame, or in a while where none is drawn, but not sooner than after so many milliseconds. */
  readonly later: (run: () => void, least: number) => void;
}

/**
 * Takes a session's events in, in their order: where many exchanges are shown, those of one frame together, and no more often
 * than leaves the page half of its time.
 */
export function createIntake<Event>({ size, apply, now, later }: IntakeOptions<Event>) {
  let waiting: Event[] = [];
  let cost = 0;
  const flush = (): void => {
    const events = waiting;
    waiting = [];
    const from = now();
    apply(events);
    cost = now() - from;
  };
  return (event: Event): void => {
    waiting.push(event);
    if (waiting.length > 1) return;
    if (size() <= few) flush();
    else later(flush, cost);
  };
}

/** Frames of a page. A hidden one draws none: there, time passes. */
export function beforeNextFrame(run: () => void, least: number): void {
  setTimeout(() => {
    let due = true;
    const once = (): void => {
      if (!due) return;
      due = false;
      run();
    };
    requestAnimationFrame(once);
    setTimeout(once, 100);
  }, least);
}
