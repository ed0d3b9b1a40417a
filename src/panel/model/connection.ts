import { type ReadonlySignal, signal } from '@preact/signals';

/** How long the session may be away before the user is told, in milliseconds: a restart takes less. */
const patience = 2000;

export interface Connection {
  /** The session speaks. */
  readonly connected: ReadonlySignal<boolean>;
  /** It spoke once, and has been away for longer than a restart takes. */
  readonly lost: ReadonlySignal<boolean>;
  heard(): void;
  away(): void;
  close(): void;
}

export function createConnection(): Connection {
  const connected = signal(false);
  const lost = signal(false);
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    connected,
    lost,
    heard() {
      clearTimeout(timer);
      connected.value = true;
      lost.value = false;
    },
    away() {
      connected.value = false;
      clearTimeout(timer);
      timer = setTimeout(() => {
        lost.value = true;
      }, patience);
    },
    close: () => clearTimeout(timer),
  };
}
