/** Firefox with the built extension, its toolbox open on a page and the CORS panel readable, over WebDriver BiDi. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Bidi, connectBidi } from './bidi.ts';

export interface FirefoxInspector {
  /** Runs an expression in the inspected page. */
  inPage(expression: string): Promise<unknown>;
  /** Evaluates an expression over `document` in the CORS panel. */
  inPanel(expression: string): Promise<unknown>;
  close(): Promise<void>;
}

const preferences = `
user_pref("remote.active-protocols", 1);
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("network.captive-portal-service.enabled", false);
user_pref("network.connectivity-service.enabled", false);
user_pref("app.update.enabled", false);
`;

/** Firefox says on standard error where it listens. */
async function listening(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr?.on('data', (chunk: unknown) => {
      said += String(chunk);
      const url = /WebDriver BiDi listening on (ws:\/\/\S+)/.exec(said)?.[1];
      if (url !== undefined) resolve(url);
    });
    child.on('exit', () => reject(new Error(`Firefox ended: ${said}`)));
  });
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

async function evaluate(bidi: Bidi, context: string, expression: string): Promise<unknown> {
  const answer = await bidi.send('script.evaluate', {
    expression,
    target: { context },
    awaitPromise: true,
    resultOwnership: 'none',
  });
  if ('exceptionDetails' in answer) throw new Error(JSON.stringify(answer.exceptionDetails));
  const result = answer.result;
  return typeof result === 'object' && result !== null && 'value' in result ? result.value : null;
}

async function contextOf(bidi: Bidi, params: Record<string, unknown>, matches: RegExp): Promise<string> {
  const { contexts } = await bidi.send('browsingContext.getTree', params);
  const found = Array.isArray(contexts)
    ? contexts.find((context) => matches.test(String(context.url)))
    : undefined;
  if (found === undefined) throw new Error(`no browsing context ${matches}`);
  return String(found.context);
}

export async function openFirefox(
  firefox: string,
  extension: string,
  url: string,
): Promise<FirefoxInspector> {
  const profile = mkdtempSync(join(tmpdir(), 'cors-inspector-firefox-'));
  writeFileSync(join(profile, 'user.js'), preferences);
  const child = spawn(
    firefox,
    [
      '--headless',
      '--remote-debugging-port',
      '0',
      '--remote-allow-system-access',
      '--profile',
      profile,
      '--no-remote',
    ],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  const bidi = await connectBidi(`${await listening(child)}/session`);
  await bidi.send('session.new', { capabilities: {} });
  await bidi.send('webExtension.install', { extensionData: { type: 'path', path: extension } });
  const page = await contextOf(bidi, {}, /./);
  await bidi.send('browsingContext.navigate', { context: page, url, wait: 'complete' });
  const chrome = await contextOf(bidi, { 'moz:scope': 'chrome' }, /browser\.xhtml/);
  await evaluate(bidi, chrome, openToolbox);
  return {
    inPage: (expression) => evaluate(bidi, page, expression),
    inPanel: (expression) => evaluate(bidi, chrome, readPanel(expression)),
    async close() {
      bidi.close();
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill();
      await ended;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
