/** In Firefox too, shared and service workers' requests belong to no tab: listed as inferred, and put away. */
import { resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { openFirefox } from './firefox/inspector.ts';
import { startWorkersSite } from './workers-site.ts';

const firefox = process.env.CORS_INSPECTOR_FIREFOX ?? '/usr/bin/firefox-esr';

test('workers’ requests are listed as inferred in Firefox, and put away', async () => {
  const site = await startWorkersSite();
  const inspector = await openFirefox(firefox, resolve('dist/firefox'), site.origin);
  const rows = (): Promise<unknown> =>
    inspector.inPanel(
      `[...document.querySelectorAll('[data-testid="exchange"] .name')].map((cell) => cell.textContent).sort().join(', ')`,
    );
  try {
    await inspector.inPage(
      `new SharedWorker('/shared.js').port.postMessage('${site.api}/from-shared'), fetch('${site.api}/from-page', { method: 'PUT' }).then(() => 0)`,
    );
    await inspector.inPage(
      `navigator.serviceWorker.register('/service.js').then(() => navigator.serviceWorker.ready).then(({ active }) => active.postMessage('${site.api}/from-service'))`,
    );
    await expect
      .poll(rows, { timeout: 30_000 })
      .toBe('/from-page, /from-service · worker, inferred, /from-shared · worker, inferred');
    await inspector.inPanel(
      `[...document.querySelectorAll('[data-testid="exchange"]')].find((row) => row.textContent.includes('/from-shared')).click()`,
    );
    await expect
      .poll(() => inspector.inPanel(`document.querySelector('[data-testid="put-away"]') !== null`))
      .toBe(true);
    await inspector.inPanel(`document.querySelector('[data-testid="put-away"]').click()`);
    await expect.poll(rows, { timeout: 30_000 }).toBe('/from-page');
  } finally {
    await inspector.close();
    await site.close();
  }
});
