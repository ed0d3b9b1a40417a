/**
 * Chromium with the built extension and its DevTools open on a page. The order matters: the extension's DevTools page
 * must exist before the second connection, or that connection never sees it.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Browser,
  type BrowserContext,
  chromium,
  type Frame,
  type Page,
  type Worker,
} from '@playwright/test';
import { chromiumHosts } from './gateway/hosts.ts';

export interface Inspector {
  readonly page: Page;
  /** The DevTools window, its CORS panel included. */
  readonly devtools: Page;
  /** The extension's DevTools page, which captures whether or not the panel was ever shown. */
  readonly devtoolsPage: Frame;
  /** Shows the CORS panel and returns its frame. */
  openPanel(): Promise<Frame>;
  setTheme(theme: 'default' | 'dark'): Promise<void>;
  /** Makes DevTools, docked at the right, that large; the page keeps the rest of the window. */
  resize(size: { width: number; height: number }): Promise<void>;
  /** A picture of DevTools without the page beside it. */
  picture(path: string): Promise<void>;
  /** Closes the DevTools window as a user would: its pages go. */
  closeDevtools(): Promise<void>;
  /** Opens DevTools on the page again; from then on only the returned inspector is of use. */
  reopenDevtools(): Promise<Inspector>;
  close(): Promise<void>;
}

/** What the page keeps of the window: what we leave it, and what Chromium's docking leaves it at least when the window shrinks. */
const pageWidth = 340;
const leastPageWidth = 151;

export interface InspectorOptions {
  readonly extension: string;
  readonly url: string;
  readonly headless?: boolean;
  readonly viewport?: { width: number; height: number };
  /** Command-line flags besides our own. */
  readonly flags?: readonly string[];
  /** Directories of other unpacked extensions that run beside ours. */
  readonly beside?: readonly string[];
  /** What went wrong in any of the extension's pages: console errors and uncaught exceptions. */
  readonly onError?: (text: string) => void;
}

const flags = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  chromiumHosts,
];

async function poll<T>(what: string, look: () => Promise<T | undefined> | T | undefined): Promise<T> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > deadline) throw new Error(`waited 30 s for ${what}`);
    await new Promise<void>((next) => setTimeout(next, 25));
  }
}

async function devtoolsPort(profile: string): Promise<string> {
  const file = join(profile, 'DevToolsActivePort');
  return poll('the debugging port', () =>
    existsSync(file) ? readFileSync(file, 'utf8').split('\n')[0] || undefined : undefined,
  );
}

async function waitForTarget(port: string, matches: RegExp): Promise<void> {
  await poll(`a target ${matches}`, async () => {
    const targets: unknown = await (await fetch(`http://127.0.0.1:${port}/json/list`)).json();
    return Array.isArray(targets) && targets.some((target) => matches.test(String(target.url)))
      ? true
      : undefined;
  });
}

async function findDevtools(browser: Browser): Promise<Page> {
  return poll('the DevTools window', () =>
    browser
      .contexts()
      .flatMap((context) => context.pages())
      .find((page) => page.url().startsWith('devtools://')),
  );
}

const frameOf = (page: Page, file: RegExp): Promise<Frame> =>
  poll(`a frame ${file}`, () => page.frames().find((frame) => file.test(frame.url())));

export async function openInspector(options: InspectorOptions): Promise<Inspector> {
  const profile = mkdtempSync(join(tmpdir(), 'cors-inspector-'));
  const asRoot = process.getuid?.() === 0;
  const extensions = [options.extension, ...(options.beside ?? [])].join(',');
  const context: BrowserContext = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CORS_INSPECTOR_CHROMIUM || '/usr/bin/chromium',
    headless: options.headless ?? true,
    viewport: options.viewport ?? null,
    args: [
      ...flags,
      ...(options.flags ?? []),
      ...(asRoot ? ['--no-sandbox'] : []),
      '--window-size=1360,900',
      `--disable-extensions-except=${extensions}`,
      `--load-extension=${extensions}`,
      '--auto-open-devtools-for-tabs',
      '--remote-debugging-port=0',
    ],
  });
  watchExtension(context, options.onError ?? (() => undefined));
  const page = context.pages()[0] ?? (await context.newPage());
  const port = await devtoolsPort(profile);
  const inspector = await attach(context, page, port, options);
  await page.goto(options.url);
  return {
    ...inspector,
    async close() {
      await inspector.close();
      await context.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** What goes wrong in the extension's tabs and in its service worker; the DevTools window's pages are watched apart. */
function watchExtension(context: BrowserContext, tell: (text: string) => void): void {
  const own = 'chrome-extension://';
  const listen = (worker: Worker): void => {
    if (!worker.url().startsWith(own)) return;
    worker.on('console', (message) => {
      if (message.type() === 'error') tell(`service worker: ${message.text()}`);
    });
  };
  for (const worker of context.serviceWorkers()) listen(worker);
  context.on('serviceworker', listen);
  context.on('console', (message) => {
    if (message.type() === 'error' && message.location().url.startsWith(own)) tell(message.text());
  });
  context.on('weberror', (error) => {
    if (error.error().stack?.includes(own)) tell(error.error().message);
  });
}

/** The inspector of the DevTools window that is open now. */
async function attach(
  context: BrowserContext,
  page: Page,
  port: string,
  options: InspectorOptions,
): Promise<Inspector> {
  await waitForTarget(port, /\/devtools\.html$/);
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  const devtools = await findDevtools(browser);
  devtools.on('console', (message) => {
    if (message.type() === 'error' && message.location().url.startsWith('chrome-extension://'))
      options.onError?.(message.text());
  });
  devtools.on('pageerror', (error) => {
    if (error.stack?.includes('chrome-extension://')) options.onError?.(error.message);
  });
  await devtools.waitForFunction(
    () =>
      Object.keys(Reflect.get(Reflect.get(globalThis, 'UI') ?? {}, 'panels') ?? {}).some((key) =>
        key.startsWith('chrome-extension://'),
      ),
    null,
    { polling: 50 },
  );
  const devtoolsPage = await frameOf(devtools, /\/devtools\.html$/);
  return {
    page,
    devtools,
    devtoolsPage,
    async openPanel() {
      await devtools.evaluate(async () => {
        const legacy = './ui/legacy/legacy.js';
        const { ViewManager } = await import(legacy);
        const key = Object.keys(Reflect.get(Reflect.get(globalThis, 'UI'), 'panels')).find((name) =>
          name.startsWith('chrome-extension://'),
        );
        await ViewManager.ViewManager.instance().showView(key);
      });
      const frame = await frameOf(devtools, /\/panel\.html$/);
      await frame.getByTestId('status-bar').waitFor();
      return frame;
    },
    async setTheme(theme) {
      await devtools.evaluate(async (value) => {
        const common = './core/common/common.js';
        const { Settings } = await import(common);
        Settings.Settings.instance().moduleSetting('ui-theme').set(value);
      }, theme);
    },
    async resize({ width, height }) {
      const panel = await frameOf(devtools, /\/panel\.html$/);
      const now = await panel.evaluate(() => innerWidth);
      // As wide as wanted: a window of another width would make it wider or narrower.
      const kept = Math.abs(now - width) < 8 ? devtools.viewportSize() : null;
      if (kept !== null) return devtools.setViewportSize({ width: kept.width, height });
      const beside = now > width ? leastPageWidth : pageWidth;
      await devtools.setViewportSize({ width: beside + width, height });
      if (now < width) {
        const edge = beside + width - now;
        await devtools.mouse.move(edge, height / 2);
        await devtools.mouse.down();
        await devtools.mouse.move((edge + beside) / 2, height / 2, { steps: 4 });
        await devtools.mouse.move(beside, height / 2, { steps: 4 });
        await devtools.mouse.up();
      }
      await panel.waitForFunction((wanted) => Math.abs(innerWidth - wanted) < 8, width, { polling: 25 });
    },
    async picture(path) {
      const size =
        devtools.viewportSize() ??
        (await devtools.evaluate(() => ({ width: innerWidth, height: innerHeight })));
      const panel = await frameOf(devtools, /\/panel\.html$/);
      const width = await panel.evaluate(() => innerWidth);
      await devtools.screenshot({ path, clip: { x: size.width - width, y: 0, width, height: size.height } });
    },
    async closeDevtools() {
      const closed = devtools.waitForEvent('close');
      // What the window's own button does.
      await devtools
        .evaluate(() => Reflect.get(globalThis, 'InspectorFrontendHost').closeWindow())
        .catch(() => undefined);
      await closed;
      await browser.close();
    },
    async reopenDevtools() {
      const ofPage = await context.newCDPSession(page);
      const { targetInfo } = await ofPage.send('Target.getTargetInfo');
      const whole = await context.browser()?.newBrowserCDPSession();
      await whole?.send('Target.openDevTools', { targetId: targetInfo.targetId });
      return attach(context, page, port, options);
    },
    async close() {
      await browser.close();
    },
  };
}
