/** The panel as an ordinary page with a fake session, in any state; a console error or an unhandled rejection fails the test. */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, resolve } from 'node:path';
import { type Browser, test as base, chromium, expect, type Page } from '@playwright/test';
import { build } from 'esbuild';

/** What the gallery's page offers to whom drives it. */
export interface Gallery {
  readonly commands: readonly { readonly type: string }[];
  /** All that was captured goes. */
  empty(): void;
  stream(count: number): Promise<void>;
  setTheme(theme: 'light' | 'dark'): void;
}

async function buildGallery(): Promise<string> {
  const folder = resolve(`out/gallery-${process.pid}`);
  await build({
    entryPoints: { page: 'src/panel/gallery/gallery.ts', style: 'src/panel/styles/panel.css' },
    outdir: folder,
    bundle: true,
    format: 'iife',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'warning',
  });
  const html = await readFile('src/panel/gallery/gallery.html', 'utf8');
  const built = html
    .replace('../styles/panel.css', 'style.css')
    .replace('<script type="module" src="./gallery.ts"></script>', '')
    .replace('</body>', '<script src="page.js"></script></body>');
  await writeFile(join(folder, 'index.html'), built);
  return folder;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
};

/** Over http, because axe reads style sheets as a page may read them; those of a file it may not. */
async function serveFolder(folder: string) {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const type = types[extname(pathname)];
    if (type === undefined) {
      response.writeHead(204).end();
      return;
    }
    response.writeHead(200, { 'content-type': type });
    response.end(await readFile(join(folder, pathname)));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the gallery has no port');
  return {
    url: `http://127.0.0.1:${address.port}/index.html`,
    close: () => new Promise<void>((closed) => server.close(() => closed())),
  };
}

interface Options {
  readonly width?: number;
  readonly height?: number;
  readonly theme?: 'light' | 'dark';
  readonly forcedColors?: 'active' | 'none';
  readonly reducedMotion?: 'reduce' | 'no-preference';
}

interface WorkerFixtures {
  /** The address of the gallery. */
  readonly gallery: string;
  readonly chrome: Browser;
}

interface Fixtures {
  /** Opens the scene in a page of its own. */
  readonly scene: (name: string, options?: Options) => Promise<Page>;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  gallery: [
    async ({ browserName: _browser }, use) => {
      const folder = await buildGallery();
      const server = await serveFolder(folder);
      await use(server.url);
      await server.close();
      await rm(folder, { recursive: true });
    },
    { scope: 'worker' },
  ],
  chrome: [
    async ({ gallery: _gallery }, use) => {
      const browser = await chromium.launch({
        executablePath: process.env.CORS_INSPECTOR_CHROMIUM || '/usr/bin/chromium',
        args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
      });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  scene: async ({ gallery, chrome }, use) => {
    const errors: string[] = [];
    const pages: Page[] = [];
    await use(
      async (name, { width = 1000, height = 600, theme = 'light', forcedColors, reducedMotion } = {}) => {
        const page = await chrome.newPage({
          viewport: { width, height },
          colorScheme: theme,
          // Times of day are shown in the reader's own.
          timezoneId: 'UTC',
          locale: 'en-US',
          forcedColors: forcedColors ?? 'none',
          reducedMotion: reducedMotion ?? 'no-preference',
        });
        pages.push(page);
        page.on('pageerror', (error) => errors.push(String(error)));
        page.on('console', (message) => {
          if (message.type() === 'error') errors.push(message.text());
        });
        await page.goto(`${gallery}?scene=${name}`);
        await page.getByTestId('status-bar').waitFor();
        return page;
      },
    );
    for (const page of pages) await page.close();
    expect(errors, 'console errors and unhandled rejections').toEqual([]);
  },
});

export { expect };
