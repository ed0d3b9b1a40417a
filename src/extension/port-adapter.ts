import type { MessageAdapter } from '../session/index.ts';

/** The part of a runtime port that an adapter needs. */
export interface PortLike {
  readonly name: string;
  postMessage(message: unknown): void;
  disconnect(): void;
  readonly onMessage: {
    addListener(listener: (message: unknown) => void): void;
    removeListener(listener: (message: unknown) => void): void;
  };
  readonly onDisconnect: { addListener(listener: () => void): void };
}

/**
 * A runtime port as a message adapter. Both ends are this extension's own pages built together, so the union that
 * `isMessage` admits by its `type` is trusted as a whole; anything else is dropped.
 */
export function portAdapter<Out, In>(
  port: PortLike,
  isMessage: (value: unknown) => value is In,
): MessageAdapter<Out, In> {
  let open = true;
  port.onDisconnect.addListener(() => {
    open = false;
  });
  return {
    post(message) {
      if (open) port.postMessage(message);
    },
    listen(listener) {
      const onMessage = (value: unknown): void => {
        if (isMessage(value)) listener(value);
      };
      port.onMessage.addListener(onMessage);
      return () => port.onMessage.removeListener(onMessage);
    },
    onClose(listener) {
      port.onDisconnect.addListener(listener);
    },
  };
}

/** Tells messages of a discriminated union by their `type`. All of its types are named, so that none is forgotten and dropped. */
export function messageOf<M extends { readonly type: string }>(
  types: Readonly<Record<M['type'], true>>,
): (value: unknown) => value is M {
  const known: ReadonlySet<string> = new Set(Object.keys(types));
  return (value): value is M =>
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    typeof value.type === 'string' &&
    known.has(value.type);
}
