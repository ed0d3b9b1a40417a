/** Every form of the export, saved from the real panel and checked by who would read it. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Frame, type Page } from '@playwright/test';
import { accessibilityFaults, expect, savedBy, test } from './fixture.ts';
import type { Inspector } from './inspector.ts';

async function exported(inspector: Inspector, panel: Frame, format: string): Promise<string> {
  await panel.getByTestId('export').click();
  return savedBy(inspector, () => panel.getByTestId(`export-${format}`).click());
}

/** The panel as an ordinary page, opened as the extension's button in the toolbar opens it. */
async function openViewer(inspector: Inspector): Promise<Page> {
  const viewer = await inspector.page.context().newPage();
  await viewer.goto(new URL('/src/panel/panel.html', inspector.devtoolsPage.url()).href);
  await viewer.getByTestId('empty').waitFor();
  return viewer;
}

async function importInto(view: Page | Frame, name: string, text: string): Promise<void> {
  await view
    .getByTestId('har-file')
    .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
}

/** What a user compares row by row. */
const rows = (view: Page | Frame): Promise<readonly (string | null)[]> =>
  view.getByTestId('exchange').evaluateAll((all) => all.map((row) => row.textContent));

test('the export menu says what is taken out, and is for everyone', async ({ inspect }) => {
  const inspector = await inspect('rest-no-allow-origin', 'rest-wildcard');
  const panel = await inspector.openPanel();
  await expect(panel.getByTestId('exchange')).toHaveCount(2);
  await panel.getByTestId('export').click();
  await expect(panel.getByText('are replaced by REDACTED')).toBeVisible();
  expect(await accessibilityFaults(panel)).toEqual([]);
  await inspector.picture('out/export-menu.png');
  await inspector.setTheme('dark');
  await panel.locator('html[data-theme="dark"]').waitFor();
  await panel.getByTestId('export-unredacted').check();
  await expect(panel.getByText('Whoever reads the file')).toBeVisible();
  expect(await accessibilityFaults(panel)).toEqual([]);
  await inspector.picture('out/export-menu-dark.png');
});

test('the HTML report opens from disk: no script, no request, no fault of its own policy', async ({
  site,
  inspect,
}) => {
  const scenarios = ['rest-no-allow-origin', 'rest-authorised-options', 'http-wildcard-credentials'];
  const inspector = await inspect(...scenarios);
  const panel = await inspector.openPanel();
  await expect(panel.getByTestId('exchange')).toHaveCount(3);
  const html = await exported(inspector, panel, 'html');
  for (const value of Object.values(site.scenario('rest-no-allow-origin').call.headers))
    expect(html).not.toContain(value);
  mkdirSync('out', { recursive: true });
  const file = resolve('out/exported-report.html');
  writeFileSync(file, html);

  const browser = await chromium.launch({
    executablePath: process.env.CORS_INSPECTOR_CHROMIUM || '/usr/bin/chromium',
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  const reader = await browser.newPage({ viewport: { width: 800, height: 1100 } });
  const complaints: string[] = [];
  reader.on('console', (message) => complaints.push(message.text()));
  reader.on('pageerror', (error) => complaints.push(error.message));
  const asked: string[] = [];
  reader.on('request', (request) => asked.push(request.url()));
  await reader.goto(pathToFileURL(file).href);
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText('CORS report');
  for (const scenario of scenarios)
    await expect(reader.locator('main')).toContainText(site.scenario(scenario).expectedRule ?? '');
  expect(complaints).toEqual([]);
  expect(asked).toEqual([pathToFileURL(file).href]);
  // Styled by its own sheet, which its policy lets in by its hash.
  await expect(reader.locator('main')).toHaveCSS('max-width', '960px');
  for (const [scheme, name] of [
    ['light', 'light'],
    ['dark', 'dark'],
  ] as const) {
    await reader.emulateMedia({ colorScheme: scheme });
    expect(await accessibilityFaults(reader.mainFrame())).toEqual([]);
    await reader.screenshot({
      path: `out/report-${name}.png`,
    });
  }
  await reader.emulateMedia({ media: 'print' });
  await reader.screenshot({
    path: 'out/report-print.png',
  });
  // A link on paper tells where it leads.
  const shown = await reader
    .locator('article a')
    .first()
    .evaluate((link) => getComputedStyle(link, '::after').content);
  expect(shown).toContain('https://');
  await reader.pdf({ path: 'out/report.pdf', format: 'A4' });
  await browser.close();
});

test('a HAR that was exported is imported again with the same rows, in the panel and by DevTools', async ({
  inspect,
}) => {
  const inspector = await inspect('rest-no-allow-origin', 'rest-authorised-options');
  const panel = await inspector.openPanel();
  await expect(panel.getByTestId('exchange')).toHaveCount(2);
  const before = await rows(panel);
  const har = await exported(inspector, panel, 'har');
  await importInto(panel, 'again.har', har);
  await expect(panel.getByTestId('notice')).toContainText('replaced by REDACTED when it was written');
  expect(await rows(panel)).toEqual(before);
  // What DevTools' own importer makes of it.
  const imported = await inspector.devtools.evaluate(async (text) => {
    const models = './models/har/har.js';
    const { HARFormat, Importer } = await import(models);
    const { log } = new HARFormat.HARRoot(JSON.parse(text));
    return Importer.Importer.requestsFromHARLog(log).map(
      (request: { requestMethod: string; statusCode: number; resourceType(): { name(): string } }) =>
        `${request.requestMethod} ${request.statusCode} ${request.resourceType().name()}`,
    );
  }, har);
  expect(imported).toContain('OPTIONS 401 preflight');
  expect(imported).toHaveLength(JSON.parse(har).log.entries.length);
});

test('a report opens in the ordinary page, where it is diagnosed anew', async ({ inspect }) => {
  const inspector = await inspect('rest-no-allow-origin', 'http-authorised-options');
  const panel = await inspector.openPanel();
  await expect(panel.getByTestId('exchange')).toHaveCount(2);
  const before = await rows(panel);
  const report = await exported(inspector, panel, 'json');

  const viewer = await openViewer(inspector);
  const errors: string[] = [];
  viewer.on('pageerror', (error) => errors.push(error.message));
  viewer.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  expect(await accessibilityFaults(viewer.mainFrame())).toEqual([]);
  await importInto(viewer, 'report.json', report);
  await expect(viewer.getByTestId('exchange')).toHaveCount(2);
  expect(await rows(viewer)).toEqual(before);
  await expect(viewer.getByTestId('notice')).toContainText('replaced by REDACTED when it was written');
  await viewer.getByTestId('exchange').first().click();
  await expect(viewer.getByTestId('finding').first()).toBeVisible();
  expect(await accessibilityFaults(viewer.mainFrame())).toEqual([]);
  await viewer.screenshot({ path: 'out/viewer.png' });

  await importInto(viewer, 'bad.json', '{"schema":"cors-inspector/report/1","exchanges":[{}]}');
  await expect(viewer.getByTestId('notice')).toContainText('bad.json: ');
  expect(errors).toEqual([]);
});

test('the export menu opens the page for files, and what is dropped there is opened', async ({ inspect }) => {
  const inspector = await inspect('rest-no-allow-origin');
  const panel = await inspector.openPanel();
  await expect(panel.getByTestId('exchange')).toHaveCount(1);
  const report = await exported(inspector, panel, 'json');
  await panel.getByTestId('export').click();
  const opened = inspector.page.context().waitForEvent('page', (page) => page.url().endsWith('/panel.html'));
  await panel.getByTestId('open-page').click();
  const viewer = await opened;
  await viewer.getByTestId('empty').waitFor();
  // A page for files has nothing to record.
  await expect(viewer.getByTestId('record')).toHaveCount(0);
  await viewer.evaluate((text) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([text], 'colleague.json'));
    document.getElementById('panel')?.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true }));
  }, report);
  await expect(viewer.getByTestId('exchange')).toHaveCount(1);
  await expect(viewer.getByTestId('notice')).toContainText('colleague.json');
});

test('with a filter on, what is listed goes into the file unless all is asked for', async ({ inspect }) => {
  const inspector = await inspect('rest-no-allow-origin', 'http-authorised-options');
  const panel = await inspector.openPanel();
  await expect(panel.getByTestId('exchange')).toHaveCount(2);
  await panel.getByTestId('filter').fill('gateway:rest');
  await expect(panel.getByTestId('exchange')).toHaveCount(1);
  const listed = JSON.parse(await exported(inspector, panel, 'json'));
  expect(listed.exchanges).toHaveLength(1);
  expect(listed.captured).toBe(2);
  expect(listed.apis).toHaveLength(1);
  await panel.getByTestId('export').click();
  await panel.getByTestId('export-all').check();
  const all = JSON.parse(await savedBy(inspector, () => panel.getByTestId('export-json').click()));
  expect(all.exchanges).toHaveLength(2);
  expect(all.captured).toBeUndefined();
});
