/**
 * Where a DevTools page has no `webRequest` (Firefox, perhaps an older Chromium), listens for each tab that asks by a port
 * and relays its capture events. Where it has a debugger, lets go what a closed DevTools page left attached. Opens the panel as a page. Keeps nothing:
 * the DevTools page owns the session and connects again when this page was put to sleep.
 */
import { AccessWatch } from './access.ts';
import { browser, nativeDebugger } from './browser.ts';
import { type CaptureEvent, tabOfPort } from './capture-event.ts';
import { debuggerPort, detachWithPort } from './left-behind.ts';
import { listen } from './listen.ts';
import { originOf, pageOf } from './page-of.ts';

// The panel as an ordinary page: for the file of a colleague, without DevTools.
browser.action.onClicked.addListener(() => {
  void browser.tabs.create({ url: browser.runtime.getURL('src/panel/panel.html') });
});
browser.runtime.onConnect.addListener((port) => {
  if (port.name === debuggerPort && nativeDebugger !== null) detachWithPort(nativeDebugger, port);
  const tabId = tabOfPort(port.name, 'capture');
  if (tabId === null) return;
  const watch = new AccessWatch(browser.permissions, (access) => emit({ type: 'access', access }));
  const emit = (event: CaptureEvent): void => {
    if (event.type === 'navigated') watch.shows(originOf(event.url));
    port.postMessage(event);
  };
  const page = pageOf(tabId);
  const stop = listen(browser.webRequest, tabId, emit, page);
  void page.then((url) => watch.shows(url === null ? null : originOf(url)));
  port.onDisconnect.addListener(() => {
    watch.stop();
    stop();
  });
});
