/** Firefox with the built extension, its toolbox open on a page and the CORS panel readable. */
import { firefoxHosts } from '../gateway/hosts.ts';
import { startFirefox } from './start.ts';

export interface FirefoxInspector {
  /** Runs an expression in the inspected page. */
  inPage(expression: string): Promise<unknown>;
  /** Evaluates an expression over `document` in the CORS panel. */
  inPanel(expression: string): Promise<unknown>;
  /** Runs an expression with the browser's own rights. */
  inChrome(expression: string): Promise<unknown>;
  /** Opens another URL in the inspected page. */
  navigate(url: string): Promise<void>;
  close(): Promise<void>;
}

const openToolbox = `(async () => {
  const { require } = ChromeUtils.importESModule('resource://devtools/shared/loader/Loader.sys.mjs');
  const { gDevTools } = require('devtools/client/framework/devtools');
  const toolbox = await gDevTools.showToolboxForTab(gBrowser.selectedTab, { toolId: 'webconsole' });
  globalThis.corsToolbox = toolbox;
  const ours = () => (toolbox.getAdditionalTools?.() ?? []).find((tool) => tool.id.includes('cors'));
  while (!ours()) await new Promise((next) => setTimeout(next, 50));
  await toolbox.selectTool(ours().id);
  return ours().id;
})()`;

/** The panel is a remote browser element; a frame script reads it. */
const readPanel = (expression: string): string => `(async () => {
  const find = (view) => {
    for (const element of view.document.querySelectorAll('browser, iframe')) {
      if (element.localName === 'browser' && /panel[.]html$/.test(element.currentURI?.spec ?? '')) return element;
      const inner = element.contentDocument ? find(element.contentWindow) : null;
      if (inner) return inner;
    }
    return null;
  };
  const panel = find(globalThis.corsToolbox.win);
  if (!panel) return null;
  const name = 'cors-inspector-' + Math.random();
  return new Promise((resolve) => {
    panel.messageManager.addMessageListener(name, (message) => resolve(message.data));
    const script = 'sendAsyncMessage("' + name + '", ((document) => (' + ${JSON.stringify(expression)} + '))(content.document))';
    panel.messageManager.loadFrameScript('data:application/javascript,' + encodeURIComponent(script), false);
  });
})()`;

export async function openFirefox(
  firefox: string,
  extension: string,
  url: string,
): Promise<FirefoxInspector> {
  const { install, navigate, inPage, inChrome, close } = await startFirefox(firefox, firefoxHosts);
  await install(extension);
  await navigate(url);
  await inChrome(openToolbox);
  return { inPage, inPanel: (expression) => inChrome(readPanel(expression)), inChrome, navigate, close };
}
