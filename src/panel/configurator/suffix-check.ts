import { type Signal, signal } from '@preact/signals';

/** The check for public suffixes once its list is there: it is large, and the other checks go on without it. */
export const suffixes: Signal<((host: string) => boolean) | null> = signal(null);

void import('./suffixes.ts').then(
  ({ isPublicSuffix }) => {
    // A function is a value here, not how to make one.
    suffixes.value = isPublicSuffix;
  },
  () => undefined,
);
