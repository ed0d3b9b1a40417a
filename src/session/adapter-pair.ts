import type { MessageAdapter } from './messages.ts';

/** Two joined ends of a channel in one process, and the function that closes both. */
export interface AdapterPair<A, B> {
  readonly left: MessageAdapter<A, B>;
  readonly right: MessageAdapter<B, A>;
  readonly close: () => void;
}

/** A channel without a browser: for tests, and for a panel that runs as an ordinary page. Messages arrive at once. */
export function adapterPair<A, B>(): AdapterPair<A, B> {
  const toLeft = new Set<(message: B) => void>();
  const toRight = new Set<(message: A) => void>();
  const closing = new Set<() => void>();
  let open = true;
  return {
    left: end(toRight, toLeft, closing, () => open),
    right: end(toLeft, toRight, closing, () => open),
    close() {
      if (!open) return;
      open = false;
      for (const listener of closing) listener();
    },
  };
}

function end<Out, In>(
  outbound: ReadonlySet<(message: Out) => void>,
  inbound: Set<(message: In) => void>,
  closing: Set<() => void>,
  isOpen: () => boolean,
): MessageAdapter<Out, In> {
  return {
    post(message) {
      if (isOpen()) for (const listener of outbound) listener(message);
    },
    listen(listener) {
      inbound.add(listener);
      return () => inbound.delete(listener);
    },
    onClose(listener) {
      closing.add(listener);
    },
  };
}
