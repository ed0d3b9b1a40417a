/** Work that can be left between its steps, and comes to a result. */
export type Steps<T> = Generator<void, T, void>;

/** Does it all at once. */
export function finished<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
