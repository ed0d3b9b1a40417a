/**
 * The background of a companion extension that only the oracle installs: it listens with the product's own listeners
 * and sends what they tell to the oracle, because DevTools' pages are out of reach for a test in Firefox.
 */
import { browser } from '../../src/extension/browser.ts';
import type { CaptureEvent } from '../../src/extension/capture-event.ts';
import { listen } from '../../src/extension/listen.ts';

declare const collectorEndpoint: string;

const waiting: CaptureEvent[] = [];
const socket = new WebSocket(collectorEndpoint);
let scheduled = false;

function flush(): void {
  scheduled = false;
  if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(waiting.splice(0)));
}

function take(event: CaptureEvent): void {
  waiting.push(event);
  if (scheduled) return;
  scheduled = true;
  setTimeout(flush, 20);
}

async function start(): Promise<void> {
  await new Promise((resolve) => socket.addEventListener('open', resolve));
  const [tab] = await browser.tabs.query({ active: true });
  if (tab?.id === undefined) throw new Error('no tab to listen to');
  listen(browser.webRequest, tab.id, take);
  flush();
}

void start();
