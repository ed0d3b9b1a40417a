import { type CaptureEvent, capturePort } from './capture-event.ts';
import { messageOf, type PortLike } from './port-adapter.ts';

const isCaptureEvent = messageOf<CaptureEvent>('wire', 'navigated', 'notice');

/**
 * Capture events of a tab by way of the background. An open port keeps an event page awake, but a browser may still end
 * it; then this connects again at once, and the notice says that requests in between may be missing, because nobody
 * listened.
 */
export function listenThroughBackground(
  connect: (name: string) => PortLike,
  tabId: number,
  emit: (event: CaptureEvent) => void,
): void {
  const port = connect(capturePort(tabId));
  port.onMessage.addListener((message) => {
    if (isCaptureEvent(message)) emit(message);
  });
  port.onDisconnect.addListener(() => {
    emit({
      type: 'notice',
      text: 'The capture was restarted by the browser; requests of that moment may be missing.',
    });
    listenThroughBackground(connect, tabId, emit);
  });
}
