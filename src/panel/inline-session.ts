import {
  adapterPair,
  type MessageAdapter,
  Session,
  type SessionCommand,
  type SessionEvent,
  serve,
} from '../session/index.ts';

/** A session without a browser to listen to: it holds what the user imports. */
export function inlineSession(): MessageAdapter<SessionCommand, SessionEvent> {
  const { left, right } = adapterPair<SessionEvent, SessionCommand>();
  const session = new Session({
    source: 'har',
    browser: 'unknown',
    schedule: (flush) => {
      setTimeout(flush, 0);
    },
    reload: () => location.reload(),
  });
  return {
    post: (command) => right.post(command),
    listen(listener) {
      const deafen = right.listen(listener);
      // Served only now, so that the greeting is heard.
      const stop = serve(session, left);
      return () => {
        stop();
        deafen();
      };
    },
    onClose: (listener) => right.onClose(listener),
  };
}
