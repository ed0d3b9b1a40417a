/** The Firefox build in Firefox's real toolbox: captured through the background's relay, diagnosed, and read as a user would. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { type FirefoxInspector, openFirefox } from './firefox/inspector.ts';
import { firefoxPath } from './firefox/start.ts';
import { startSite } from './gateway/site.ts';

const patience = { timeout: 30_000 };

/** What each scenario shows in Firefox, which tells no extension that it refused an answer: the verdict is ours alone. */
const failures = [
  {
    id: 'rest-no-allow-origin',
    row: /GET/,
    verdict: /MissingAllowOriginHeader/,
    basis: 'certain',
    target: 'Handler',
    holds: /"Access-Control-Allow-Origin": origin/,
  },
  {
    id: 'rest-authorised-options',
    row: /GET/,
    verdict: /PreflightMissingAllowOriginHeader/,
    basis: 'certain',
    target: 'Globals',
    holds: /AddDefaultAuthorizerToCorsPreflight: false/,
  },
  {
    id: 'rest-no-options',
    row: /POST/,
    verdict: /PreflightMissingAllowOriginHeader/,
    basis: 'certain',
    target: 'Globals',
    holds: /AllowMethods: "'POST'"/,
  },
  {
    id: 'http-no-allow-origin',
    row: /GET/,
    verdict: /MissingAllowOriginHeader/,
    basis: 'certain',
    target: 'Globals',
    holds: /AllowOrigins:\s+- http:\/\/localhost:\d+/,
  },
  {
    id: 'http-header-not-allowed',
    row: /GET/,
    verdict: /PreflightMissingAllowOriginHeader/,
    basis: 'certain',
    target: 'Globals',
    holds: /AllowHeaders:\s+- x-request-source/,
  },
] as const;

const byId = (id: string) => `document.querySelector('[data-testid="${id}"]')`;

/** Waits for an element of the panel, then clicks it. */
async function click({ inPanel }: FirefoxInspector, element: string): Promise<void> {
  await expect
    .poll(() => inPanel(`((element) => { element?.click(); return element != null; })(${element})`), patience)
    .toBe(true);
}

test('failing calls are captured and diagnosed in Firefox, with their fix', async () => {
  expect(existsSync(firefoxPath()), `Firefox at ${firefoxPath()}; CORS_INSPECTOR_FIREFOX names another`).toBe(
    true,
  );
  const site = await startSite(0);
  const inspector = await openFirefox(firefoxPath(), resolve('dist/firefox'), site.origin);
  const { inPage, inPanel } = inspector;
  const reads = (expression: string) => expect.poll(() => inPanel(expression), patience);
  try {
    for (const [index, { id, row, verdict, basis, target, holds }] of failures.entries()) {
      const scenario = site.scenario(id);
      const own = `document.querySelectorAll('[data-testid="exchange"]')[${index}]`;
      await inPage(`document.querySelector('button[data-scenario="${id}"]').click()`);
      await reads(`document.querySelectorAll('[data-testid="exchange"]').length`).toBe(index + 1);
      await reads(`${own}.textContent`).toMatch(row);
      await click(inspector, own);
      await reads(`${byId('verdict')}?.textContent`).toMatch(verdict);
      await reads(`${byId('verdict')}?.dataset.basis`).toBe(basis);
      await reads(`${byId('finding')}?.dataset.rule`).toBe(scenario.expectedRule);
      await click(inspector, byId('tab-fix'));
      await click(
        inspector,
        `[...document.querySelectorAll('[data-testid="fix-target"]')].find((choice) => choice.textContent.includes('${target}'))`,
      );
      await reads(`${byId('fix-text')}?.textContent`).toMatch(holds);
      if (target === 'Handler') {
        await click(inspector, byId('handler-python'));
        await reads(`${byId('fix-text')}?.textContent`).toMatch(/def lambda_handler/);
      }
      await click(inspector, byId('tab-diagnosis'));
    }
  } finally {
    await inspector.close();
    await site.close();
  }
});

test('a function URL is told by its host, and its doubled header is the cause', async () => {
  const site = await startSite(0);
  const inspector = await openFirefox(firefoxPath(), resolve('dist/firefox'), site.origin);
  const { inPage, inPanel } = inspector;
  const reads = (expression: string) => expect.poll(() => inPanel(expression), patience);
  try {
    await inPage(`document.querySelector('button[data-scenario="function-url-duplicate-headers"]').click()`);
    await click(inspector, byId('exchange'));
    await reads(`${byId('finding')}?.dataset.rule`).toBe('duplicate-allow-origin');
    await reads(`${byId('detail')}?.textContent`).toMatch(/lambda-url/);
  } finally {
    await inspector.close();
    await site.close();
  }
});
