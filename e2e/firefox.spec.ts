/** The Firefox build loads, captures from the DevTools page's relay, and diagnoses in Firefox's real panel. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { openFirefox } from './firefox/inspector.ts';
import { startSite } from './gateway/site.ts';

const firefox = process.env.CORS_INSPECTOR_FIREFOX ?? '/usr/bin/firefox-esr';

test('a failing call is captured and diagnosed in Firefox', async () => {
  expect(existsSync(firefox), `Firefox at ${firefox}; CORS_INSPECTOR_FIREFOX names another`).toBe(true);
  const site = await startSite(0);
  const inspector = await openFirefox(firefox, resolve('dist/firefox'), site.origin);
  try {
    await inspector.inPage(`document.querySelector('button[data-scenario="rest-no-options"]').click()`);
    await expect
      .poll(() => inspector.inPanel(`document.querySelectorAll('[data-testid="exchange"]').length`), {
        timeout: 30_000,
      })
      .toBe(1);
    await expect
      .poll(() => inspector.inPanel(`document.querySelector('[data-testid="exchange"]').textContent`))
      .toMatch(/POST/);
  } finally {
    await inspector.close();
    await site.close();
  }
});
