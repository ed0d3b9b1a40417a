import { type CaptureEvent, capturePort } from './capture-event.ts';
import { messageOf, type PortLike } from './port-adapter.ts';

const isCaptureEvent = messageOf<CaptureEvent>({ wire: true, navigated: true, notice: true, access: true });

/** Connections in a row that may end without having brought an event before this gives up: nobody answers there. */
const silentLimit = 5;

/**
 * Capture events of a tab by way of the background. An open port keeps an event page awake, but a browser may still end
 * it; then this connects again at once, and the notice says that requests in between may be missing, because nobody
 * listened. Returns the function that stops.
 */
export function listenThroughBackground(
  connect: (name: string) => PortLike,
  tabId: number,
  emit: (event: CaptureEvent) => void,
): () => void {
  let silent = 0;
  let current: PortLike | null = null;
  const open = (): void => {
    const port = connect(capturePort(tabId));
    current = port;
    port.onMessage.addListener((message) => {
      if (current !== port || !isCaptureEvent(message)) return;
      silent = 0;
      emit(message);
    });
    port.onDisconnect.addListener(() => {
      if (current !== port) return;
      silent += 1;
      if (silent > silentLimit) {
        emit({
          type: 'notice',
          text: 'The capture stopped: the extension’s background does not answer. Reopen DevTools.',
        });
        return;
      }
      emit({
        type: 'notice',
        text: 'The capture was restarted by the browser; requests of that moment may be missing.',
      });
      open();
    });
  };
  open();
  return () => {
    const port = current;
    current = null;
    port?.disconnect();
  };
}
