/**
 * The one module of the panel that names the extension API, and only the part that needs no promise: `chrome` is there in
 * Chromium and in Firefox alike, so the panel needs no polyfill. Import it only inside an extension.
 */
import type { MessageAdapter, SessionCommand, SessionEvent } from '../session/index.ts';
import type { PanelHost, Theme } from './host.ts';
import { copyText, saveFile, storedChoices } from './page-host.ts';
import { reconnecting } from './reconnecting.ts';

/** The session of the inspected tab, which lives in the DevTools page. */
export function extensionAdapter(): MessageAdapter<SessionCommand, SessionEvent> {
  const name = `panel:${chrome.devtools.inspectedWindow.tabId}`;
  return reconnecting({
    connect: () => chrome.runtime.connect({ name }),
    later: (again, attempt) => setTimeout(again, Math.min(100 * 2 ** attempt, 5000)),
  });
}

/** Chromium says `default` or `dark`; Firefox says `light`, `dark`, or a name of its own. */
function themeOf(name: string): Theme {
  if (name === 'dark') return 'dark';
  return name === 'default' || name === 'light' ? 'light' : 'auto';
}

/** Chromium has `setThemeChangeHandler`, Firefox the event; the polyfill's types know only the event. */
interface ThemeHandling {
  setThemeChangeHandler?: (handler: (name: string) => void) => void;
  readonly onThemeChanged?: { addListener(listener: (name: string) => void): void };
}

/** Chromium's panel pages have the whole API; Firefox's have no `permissions`, and another page must ask. */
function askingHere(): Pick<PanelHost, 'askAccess'> {
  const permissions: typeof chrome.permissions | undefined = chrome.permissions;
  if (permissions === undefined) return {};
  // What came of it is told by the permissions' own events, to the DevTools page.
  return {
    askAccess: () => permissions.request({ origins: ['<all_urls>'] }, () => void chrome.runtime.lastError),
  };
}

/** Firefox has no `openResource`. DevTools counts lines and columns from 0. */
function openingResources(
  panels: Partial<Pick<typeof chrome.devtools.panels, 'openResource'>>,
): Pick<PanelHost, 'openResource'> {
  if (panels.openResource === undefined) return {};
  return {
    openResource: (url, line, column) => panels.openResource?.(url, line - 1, column - 1, () => undefined),
  };
}

/** Newer Chromium has it; the types do not know it yet. */
interface Revealing {
  readonly network?: { show?(options: { readonly filter: string }, done: () => void): unknown };
}

function showingNetwork({
  network,
}: Pick<typeof chrome.devtools.panels, 'themeName'> & Revealing): Pick<PanelHost, 'showInNetwork'> {
  if (network?.show === undefined) return {};
  return { showInNetwork: (filter) => void network.show?.({ filter }, () => undefined) };
}

export function extensionHost(): PanelHost {
  const panels = chrome.devtools.panels;
  return {
    theme: themeOf(panels.themeName),
    onThemeChange(listener) {
      const handling: ThemeHandling = panels;
      const handle = (name: string): void => listener(themeOf(name));
      if (handling.setThemeChangeHandler) handling.setThemeChangeHandler(handle);
      else handling.onThemeChanged?.addListener(handle);
    },
    ...askingHere(),
    openPage: () => void window.open(chrome.runtime.getURL('src/panel/panel.html')),
    copy: copyText,
    save: saveFile,
    ...storedChoices,
    ...openingResources(panels),
    ...showingNetwork(panels),
  };
}
