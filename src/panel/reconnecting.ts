import type { MessageAdapter, SessionCommand, SessionEvent } from '../session/index.ts';

/** The part of a runtime port that the panel needs. */
export interface PanelPort {
  postMessage(message: unknown): void;
  readonly onMessage: { addListener(listener: (message: unknown) => void): void };
  readonly onDisconnect: { addListener(listener: () => void): void };
}

export interface ReconnectOptions {
  readonly connect: () => PanelPort;
  /** Runs its argument after `attempt`-dependent patience; a test runs it at will. */
  readonly later: (again: () => void, attempt: number) => void;
}

const eventTypes: ReadonlySet<unknown> = new Set(['reset', 'changed', 'state']);

/** Both ends are built together, so a known `type` is trusted for the whole message; anything else is dropped. */
function isSessionEvent(value: unknown): value is SessionEvent {
  return typeof value === 'object' && value !== null && 'type' in value && eventTypes.has(value.type);
}

/**
 * A channel to the DevTools page that comes back by itself: the session greets every connection with a `reset`, so
 * nothing is lost. Commands given while it is away are dropped, not queued: a `clear` that arrives later would surprise.
 */
export function reconnecting({
  connect,
  later,
}: ReconnectOptions): MessageAdapter<SessionCommand, SessionEvent> {
  const listeners = new Set<(event: SessionEvent) => void>();
  const closing = new Set<() => void>();
  let port: PanelPort | null = null;
  let attempt = 0;

  const open = (): void => {
    const fresh = tryConnect(connect);
    port = fresh;
    if (fresh === null) {
      retry();
      return;
    }
    fresh.onMessage.addListener((message) => {
      attempt = 0;
      if (isSessionEvent(message)) for (const listener of listeners) listener(message);
    });
    fresh.onDisconnect.addListener(() => {
      port = null;
      for (const listener of closing) listener();
      retry();
    });
  };
  const retry = (): void => {
    attempt += 1;
    later(open, attempt);
  };

  return {
    post(command) {
      port?.postMessage(command);
    },
    listen(listener) {
      listeners.add(listener);
      // Only now can an event be heard: the session's greeting must not come before.
      if (port === null && attempt === 0) open();
      return () => listeners.delete(listener);
    },
    onClose(listener) {
      closing.add(listener);
    },
  };
}

/** `connect` throws when the extension was reloaded under an open panel. */
function tryConnect(connect: () => PanelPort): PanelPort | null {
  try {
    return connect();
  } catch {
    return null;
  }
}
