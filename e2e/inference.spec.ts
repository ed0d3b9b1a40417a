/** What the wire does not carry, in the real panel: shown as inferred, corrected by hand, put away, asked for. */
import { resolve } from 'node:path';
import type { Frame } from '@playwright/test';
import { accessibilityFaults, test as base, expect, exportedReport } from './fixture.ts';
import { type Inspector, openInspector } from './inspector.ts';
import { startWorkersSite, type WorkersSite } from './workers-site.ts';

const patient = { timeout: 30_000 };

const test = base.extend<{ workers: WorkersSite; inspector: Inspector; panel: Frame }>({
  workers: async ({ browserName: _browser }, use) => {
    const site = await startWorkersSite();
    await use(site);
    await site.close();
  },
  inspector: async ({ workers }, use) => {
    const errors: string[] = [];
    const inspector = await openInspector({
      extension: resolve('dist/chrome'),
      url: workers.origin,
      onError: (text) => errors.push(text),
    });
    await use(inspector);
    await inspector.close();
    expect(errors, 'console errors of the extension').toEqual([]);
  },
  panel: async ({ inspector }, use) => {
    await use(await inspector.openPanel());
  },
});

const put = (inspector: Inspector, url: string): Promise<unknown> =>
  inspector.page.evaluate((to) => fetch(to, { method: 'PUT' }).catch(() => undefined), url);

test('a call whose credentials are assumed is corrected by hand, and judged again', async ({
  workers,
  inspector,
  panel,
}) => {
  await put(inspector, `${workers.api}/star`);
  await panel.getByTestId('exchange').click(patient);
  const verdict = panel.getByTestId('verdict');
  await expect(verdict).toHaveAttribute('data-basis', 'assumed');
  await expect(verdict).toContainText('MethodDisallowedByPreflightResponse');
  await expect(panel.getByTestId('fact-credentials')).toContainText('not include (inferred: ');
  expect(await accessibilityFaults(panel)).toEqual([]);

  await panel.getByTestId('credentials').focus();
  await panel.getByTestId('credentials').selectOption('include');
  await expect(verdict).toContainText('PreflightWildcardOriginNotAllowed');
  await expect(verdict).toHaveAttribute('data-basis', 'certain');
  await expect(panel.getByTestId('by-hand')).toContainText('credentials mode include');
  await expect(panel.getByTestId('exchange')).toContainText('Set by hand');
  await expect(panel.getByTestId('announcement')).toHaveText(/^Judged again: /);
  expect(await panel.evaluate(() => document.activeElement?.getAttribute('data-testid'))).toBe('credentials');
  expect(await accessibilityFaults(panel)).toEqual([]);
  const report = JSON.parse(await exportedReport(inspector, panel));
  expect(report.exchanges[0].inference).toContainEqual({
    fact: 'credentials',
    value: '`include`',
    basis: 'by-hand',
    because: '',
  });

  await panel.getByTestId('credentials').selectOption('');
  await expect(verdict).toContainText('MethodDisallowedByPreflightResponse');
  await expect(panel.getByTestId('by-hand')).toHaveCount(0);
});

test('a cached preflight is shown as inferred, and can be corrected', async ({
  workers,
  inspector,
  panel,
}) => {
  await put(inspector, `${workers.api}/kept`);
  await put(inspector, `${workers.api}/kept`);
  await panel.getByTestId('exchange').nth(1).click(patient);
  const fact = panel.getByTestId('fact-preflight');
  await expect(fact).toHaveAttribute('data-basis', 'inferred');
  await expect(fact).toContainText(
    'answered from the browser’s cache (inferred: no preflight was on the wire',
  );
  await expect(panel.locator('[data-rule="preflight-cached"]')).toHaveCount(1);

  await panel.getByTestId('preflight').selectOption('missing');
  await expect(fact).toHaveAttribute('data-basis', 'by-hand');
  await expect(panel.locator('[data-rule="preflight-missing"]')).toHaveCount(1);
  await expect(panel.locator('[data-rule="preflight-cached"]')).toHaveCount(0);
});

test('shared and service workers’ requests are listed as inferred, put away, and brought back', async ({
  workers,
  inspector,
  panel,
}) => {
  const rows = panel.getByTestId('exchange');
  await inspector.page.evaluate((url) => {
    new SharedWorker('/shared.js').port.postMessage(url);
  }, `${workers.api}/from-shared`);
  await inspector.page.evaluate(async (url) => {
    await navigator.serviceWorker.register('/service.js');
    (await navigator.serviceWorker.ready).active?.postMessage(url);
  }, `${workers.api}/from-service`);
  await expect(rows).toHaveCount(2, patient);
  for (const path of ['/from-shared', '/from-service']) {
    const row = rows.filter({ hasText: path });
    await expect(row).toContainText('worker, inferred');
    // Its preflight belongs to no tab either, and was paired with it.
    await expect(row).toContainText('Preflight');
  }
  await put(inspector, `${workers.api}/from-page`);
  await expect(rows).toHaveCount(3);

  await rows.filter({ hasText: '/from-shared' }).click();
  await expect(panel.getByTestId('fact-tab')).toContainText('taken to be this tab’s (inferred: ');
  await panel.getByTestId('put-away').click();
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('/from-page');
  await expect(panel.getByTestId('put-away-notice')).toContainText(workers.origin);
  expect(await accessibilityFaults(panel)).toEqual([]);

  await panel.getByTestId('bring-back').click();
  await expect(rows).toHaveCount(3);
  await expect(panel.getByTestId('put-away-notice')).toHaveCount(0);
});

test('another origin’s workers are not taken to be this tab’s', async ({ workers, inspector, panel }) => {
  const other = await inspector.page.context().newPage();
  await other.goto(workers.origin.replace('localhost', '127.0.0.1'));
  await other.evaluate(async (url) => {
    const worker = new SharedWorker('/shared.js');
    worker.port.postMessage(url);
  }, `${workers.api}/from-another`);
  await inspector.page.evaluate((url) => {
    new SharedWorker('/shared.js').port.postMessage(url);
  }, `${workers.api}/from-own`);
  await expect(panel.getByTestId('exchange').filter({ hasText: '/from-own' })).toHaveCount(1, patient);
  await expect(panel.getByTestId('exchange').filter({ hasText: '/from-another' })).toHaveCount(0);
});

test('withheld site access is told and asked for; once granted, the capture works', async ({
  workers,
  inspector,
  panel,
}) => {
  const id = new URL(panel.url()).hostname;
  const settings = await inspector.page.context().newPage();
  await settings.goto('chrome://extensions');
  const give = (hostAccess: string): Promise<void> =>
    settings.evaluate(
      ([extensionId, access]) =>
        Reflect.get(chrome, 'developerPrivate').updateExtensionConfiguration({
          extensionId,
          hostAccess: access,
        }),
      [id, hostAccess] as const,
    );
  const notice = panel.getByTestId('access-notice');
  await expect(panel.getByTestId('empty')).toBeVisible();
  await expect(notice).toHaveCount(0);

  await give('ON_CLICK');
  await expect(notice).toBeVisible(patient);
  await expect(panel.getByTestId('access-withheld')).toBeVisible();
  await inspector.page.goto(workers.origin);
  await put(inspector, `${workers.api}/unseen`);
  await expect(notice).toContainText(workers.origin, patient);
  await expect(notice).toContainText(workers.api, patient);
  expect(await accessibilityFaults(panel)).toEqual([]);

  // The browser's own question cannot be answered headless: what is asked for is seen here.
  await panel.evaluate(() => {
    const asked: unknown[] = [];
    Reflect.set(globalThis, 'asked', asked);
    chrome.permissions.request = (wanted: chrome.permissions.Permissions) => {
      asked.push(wanted);
      return Promise.resolve(false);
    };
  });
  await panel.getByTestId('ask-access').click();
  expect(await panel.evaluate(() => Reflect.get(globalThis, 'asked'))).toEqual([{ origins: ['<all_urls>'] }]);

  await give('ON_ALL_SITES');
  await expect(notice).toHaveCount(0, patient);
  await inspector.page.goto(workers.origin);
  await put(inspector, `${workers.api}/seen`);
  await expect(panel.getByTestId('exchange')).toContainText('/seen', patient);
});
