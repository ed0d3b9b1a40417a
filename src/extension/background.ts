/**
 * Used only where a DevTools page has no `webRequest` (Firefox, perhaps an older Chromium): listens for each tab that
 * asks by a port and relays its capture events. Keeps nothing: the DevTools page owns the session and connects again
 * when this page was put to sleep.
 */
import { browser } from './browser.ts';
import { type CaptureEvent, tabOfPort } from './capture-event.ts';
import { listen } from './listen.ts';

browser.runtime.onConnect.addListener((port) => {
  const tabId = tabOfPort(port.name, 'capture');
  if (tabId === null) return;
  const stop = listen(browser.webRequest, tabId, (event: CaptureEvent) => port.postMessage(event));
  port.onDisconnect.addListener(stop);
});
