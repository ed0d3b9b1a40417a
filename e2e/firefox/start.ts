/** A headless Firefox of its own profile, over WebDriver BiDi, in the page's scope and in the browser's own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Bidi, connectBidi } from './bidi.ts';

export interface Firefox {
  /** Installs an unpacked extension until Firefox ends. */
  install(path: string): Promise<void>;
  navigate(url: string): Promise<void>;
  /** Runs an expression in the page; the value of a promise is awaited. Primitive values only. */
  inPage(expression: string): Promise<unknown>;
  /** The same with the browser's own rights. */
  inChrome(expression: string): Promise<unknown>;
  close(): Promise<void>;
}

type Preference = string | number | boolean;

/** What keeps Firefox from talking to anybody but the test's own servers. */
const quiet: Readonly<Record<string, Preference>> = {
  'remote.active-protocols': 1,
  'browser.shell.checkDefaultBrowser': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'app.update.enabled': false,
};

/** Where Firefox is, as the tests and the oracle look for it. */
export const firefoxPath = (): string => process.env.CORS_INSPECTOR_FIREFOX || '/usr/bin/firefox-esr';

/** Firefox says on standard error where it listens. */
async function listening(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr?.on('data', (chunk: unknown) => {
      if (said.length < 100_000) said += String(chunk);
      const url = /WebDriver BiDi listening on (ws:\/\/\S+)/.exec(said)?.[1];
      if (url !== undefined) resolve(url);
    });
    child.on('error', reject);
    child.on('exit', () => reject(new Error(`Firefox ended: ${said}`)));
  });
}

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

export async function startFirefox(
  path: string,
  preferences: Readonly<Record<string, Preference>> = {},
): Promise<Firefox> {
  const profile = mkdtempSync(join(tmpdir(), 'cors-inspector-firefox-'));
  const lines = Object.entries({ ...quiet, ...preferences }).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`,
  );
  writeFileSync(join(profile, 'user.js'), lines.join(''));
  const flags = ['--headless', '--remote-debugging-port', '0', '--remote-allow-system-access'];
  const child = spawn(path, [...flags, '--profile', profile, '--no-remote'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const bidi = await connectBidi(`${await listening(child)}/session`);
  await bidi.send('session.new', { capabilities: {} });
  const page = await contextOf(bidi, {}, /./);
  const chrome = await contextOf(bidi, { 'moz:scope': 'chrome' }, /browser\.xhtml/);
  return {
    async install(extension) {
      await bidi.send('webExtension.install', { extensionData: { type: 'path', path: extension } });
    },
    async navigate(url) {
      await bidi.send('browsingContext.navigate', { context: page, url, wait: 'complete' });
    },
    inPage: (expression) => evaluate(bidi, page, expression),
    inChrome: (expression) => evaluate(bidi, chrome, expression),
    async close() {
      bidi.close();
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill();
      await ended;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
