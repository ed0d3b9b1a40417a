/**
 * The DevTools page: creates the CORS panel, owns the session and captures from the moment DevTools opens, panel shown
 * or not. It lives exactly as long as DevTools is open for its tab.
 */
import { DebuggerDecoder } from '../capture/index.ts';
import { Session, type SessionCommand, type SessionEvent, serve } from '../session/index.ts';
import { AccessWatch } from './access.ts';
import { beginning, keptPreferences } from './begin.ts';
import { browser, nativeDebugger } from './browser.ts';
import { type CaptureEvent, tabOfPort } from './capture-event.ts';
import { claimByLock } from './claim.ts';
import { DeepSwitch } from './deep-switch.ts';
import { field, text } from './fields.ts';
import { listenToEntries } from './finished-entries.ts';
import { InspectableWatch } from './inspectable.ts';
import { debuggerPort, watchedDebugger } from './left-behind.ts';
import { listen } from './listen.ts';
import { storedMemory } from './memory.ts';
import { Navigation } from './navigation.ts';
import { originOf, pageOf } from './page-of.ts';
import { messageOf, portAdapter } from './port-adapter.ts';
import { listenThroughBackground } from './relayed.ts';
import { StandardSource } from './standard.ts';
import { listenToWorkers } from './worker-network.ts';

const tabId = browser.devtools.inspectedWindow.tabId;
const isSessionCommand = messageOf<SessionCommand>({
  record: true,
  clear: true,
  'keep-log': true,
  limit: true,
  settings: true,
  'put-away': true,
  'bring-back': true,
  'ask-access': true,
  'import-file': true,
  'load-template': true,
  'forget-template': true,
  reload: true,
  capture: true,
  'disable-cache': true,
});

/** Gecko's extension pages have their own URL scheme; user-agent strings can be overridden. */
const isFirefox = location.protocol === 'moz-extension:';

const session = new Session({
  source: 'webRequest',
  browser: isFirefox ? 'firefox' : 'chromium',
  schedule: (flush) => {
    setTimeout(flush, 50);
  },
  reload: () => {
    void browser.devtools.inspectedWindow.reload();
  },
  // Only where the panel cannot ask: it has the user's click at hand.
  askAccess: () => {
    window.open(browser.runtime.getURL('src/extension/access.html'));
  },
  deep: nativeDebugger === null ? 'unavailable' : 'off',
  capture: (command) => {
    if (command.type === 'capture') void deep?.set(command.deep);
    else deep?.setCacheDisabled(command.on);
  },
});

const preferences = keptPreferences(() => localStorage);
session.command({ type: 'limit', exchanges: preferences.limit });
session.command({ type: 'keep-log', on: preferences.keepLog });

const navigation = new Navigation((url) => session.navigated({ url, at: Date.now() }));

const alsoInEntries = listenToEntries(
  {
    network: browser.devtools.network,
    pageUrl: pageOf(tabId).then((url) => url ?? undefined),
  },
  isFirefox ? 'firefox' : 'chromium',
  () => session.state.deep !== 'on',
  (events) => session.push(events, 'webRequest'),
);

function take(event: CaptureEvent, source: 'webRequest' | 'debugger'): void {
  switch (event.type) {
    case 'wire':
      if (source === 'webRequest') alsoInEntries(event.events);
      session.push(event.events, source);
      break;
    case 'navigated':
      if ((session.state.deep === 'on') === (source === 'debugger')) navigation.committing(event.url);
      break;
    case 'notice':
      session.setNotice(event.text);
      break;
    case 'access':
      session.setSiteAccess(event.access);
      break;
  }
}

const standard = new StandardSource(
  () => {
    const emit = (event: CaptureEvent): void => {
      take(event, 'webRequest');
      standard.settled();
    };
    if (browser.webRequest !== undefined) return listen(browser.webRequest, tabId, emit, pageOf(tabId));
    return listenThroughBackground((name) => browser.runtime.connect({ name }), tabId, emit);
  },
  () => session.isOpen('webRequest'),
);

const deep =
  nativeDebugger === null
    ? null
    : new DeepSwitch({
        api: watchedDebugger(nativeDebugger, () => browser.runtime.connect({ name: debuggerPort })),
        tabId,
        workers: (take) =>
          browser.webRequest === undefined ? () => undefined : listenToWorkers(browser.webRequest, take),
        claim: claimByLock(navigator.locks),
        decoder: () => new DebuggerDecoder(),
        emit: (event) => take(event, 'debugger'),
        tell: (state, notice) => {
          standard.need(state !== 'on');
          session.setDeep(state, notice);
          standard.settled();
        },
        isBusy: () => session.isOpen('debugger'),
        abandon: () => session.abandon('debugger', Date.now()),
        memory: beginning(
          preferences,
          storedMemory('deep capture', () => localStorage),
        ),
        later: (then, milliseconds) => {
          setTimeout(then, milliseconds);
        },
      });

const access =
  browser.permissions === undefined
    ? null
    : new AccessWatch(browser.permissions, (told) => session.setSiteAccess(told));
if (access !== null) void pageOf(tabId).then((url) => access.shows(url === null ? null : originOf(url)));

const inspectable = new InspectableWatch(browser.devtools.inspectedWindow, (on) =>
  session.setInspectable(on),
);
// Firefox's DevTools pages have no `tabs`; its DevTools tells of all pages.
browser.tabs?.onUpdated.addListener((id) => {
  if (id === tabId) void inspectable.check();
});
void inspectable.check();

standard.need(true);
void deep?.resume();
addEventListener('pagehide', () => deep?.close());
browser.devtools.network.onNavigated.addListener((url) => {
  navigation.shown(url);
  void inspectable.check();
  access?.shows(originOf(url));
});
// DevTools shows also the requests that are withheld from us.
browser.devtools.network.onRequestFinished.addListener((entry) => {
  if (access === null || session.state.siteAccess === 'granted') return;
  access.calls(originOf(text(field(field(entry, 'request'), 'url'))));
});
browser.runtime.onConnect.addListener((port) => {
  if (tabOfPort(port.name, 'panel') === tabId)
    serve(session, portAdapter<SessionEvent, SessionCommand>(port, isSessionCommand));
});
void browser.devtools.panels.create('CORS', '/icons/icon-32.png', '/src/panel/panel.html');
