/**
 * The DevTools page: creates the CORS panel, owns the session and captures from the moment DevTools opens, panel shown
 * or not. It lives exactly as long as DevTools is open for its tab.
 */
import { Session, type SessionCommand, type SessionEvent, serve } from '../session/index.ts';
import { browser } from './browser.ts';
import { type CaptureEvent, tabOfPort } from './capture-event.ts';
import { listen } from './listen.ts';
import { Navigation } from './navigation.ts';
import { messageOf, portAdapter } from './port-adapter.ts';
import { listenThroughBackground } from './relayed.ts';

const tabId = browser.devtools.inspectedWindow.tabId;
const isSessionCommand = messageOf<SessionCommand>(
  'record',
  'clear',
  'keep-log',
  'settings',
  'import-har',
  'reload',
);

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
});

const navigation = new Navigation(() => session.navigated());

function take(event: CaptureEvent): void {
  switch (event.type) {
    case 'wire':
      session.push(event.events);
      break;
    case 'navigated':
      navigation.committing(event.url);
      break;
    case 'notice':
      session.setNotice(event.text);
      break;
  }
}

/** Site access is the user's to give: Chromium can withhold it per site, Firefox lets it be revoked. */
async function checkSiteAccess(): Promise<void> {
  const granted = await browser.permissions.contains({ origins: ['<all_urls>'] });
  if (!granted) {
    session.setNotice(
      'Access to all sites was withheld, so requests to some hosts stay unseen. Allow it in the extension’s settings.',
    );
  }
}

if (browser.webRequest === undefined) {
  listenThroughBackground((name) => browser.runtime.connect({ name }), tabId, take);
} else {
  listen(browser.webRequest, tabId, take);
}
browser.devtools.network.onNavigated.addListener((url) => navigation.shown(url));
browser.runtime.onConnect.addListener((port) => {
  if (tabOfPort(port.name, 'panel') === tabId)
    serve(session, portAdapter<SessionEvent, SessionCommand>(port, isSessionCommand));
});
void browser.devtools.panels.create('CORS', '/icons/icon-32.png', '/src/panel/panel.html');
if (browser.permissions !== undefined) void checkSiteAccess();
