/** The tests' own watch: an error in any of the extension's pages or in its worker is seen, whichever test is running. */
import { resolve } from 'node:path';
import { expect, test } from './fixture.ts';
import { openInspector } from './inspector.ts';

test('an error in the panel, a tab, the DevTools page or the worker is noticed', async ({ site }) => {
  const errors: string[] = [];
  const inspector = await openInspector({
    extension: resolve('dist/chrome'),
    url: site.origin,
    onError: (text) => errors.push(text),
  });
  try {
    const panel = await inspector.openPanel();
    const context = inspector.page.context();
    const tab = await context.newPage();
    await tab.goto(new URL('/src/panel/panel.html', inspector.devtoolsPage.url()).href);
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
    expect(errors).toEqual([]);
    await worker.evaluate(() => console.error('of the worker'));
    // What these pages' own scripts load and throw carries their address; what a test evaluates there does not.
    const miss = (): Promise<unknown> =>
      fetch(new URL('/missing', location.href).href).catch(() => undefined);
    for (const page of [panel, tab, inspector.devtoolsPage]) await page.evaluate(miss);
    await expect
      .poll(() => errors.map((text) => text.replace(/: net::.*/, '')).toSorted())
      .toEqual([...Array(3).fill('Failed to load resource'), 'service worker: of the worker']);
  } finally {
    await inspector.close();
  }
});
