import { chunks } from './chunks.ts';
import type { MessageAdapter, SessionCommand, SessionEvent } from './messages.ts';
import type { Session } from './session.ts';

/**
 * Joins a session to one view: everything so far at once, then changes, and the view's commands back, until the channel
 * closes. Any number of views may be served at once. Returns the function that ends it earlier.
 */
export function serve(session: Session, adapter: MessageAdapter<SessionEvent, SessionCommand>): () => void {
  const unsubscribe = session.subscribe((event) => {
    for (const chunk of chunks(event)) adapter.post(chunk);
  });
  const deafen = adapter.listen((command) => session.command(command));
  const stop = (): void => {
    unsubscribe();
    deafen();
  };
  adapter.onClose(stop);
  return stop;
}
