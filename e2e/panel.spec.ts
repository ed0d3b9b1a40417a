/** The product's main job in the real panel: a failing call is captured, diagnosed, and its fix copied and exported. */
import { blockedHar } from '../src/cli/samples.ts';
import { accessibilityFaults, clipboard, expect, exportedReport, listed, savedBy, test } from './fixture.ts';

/** The failures that the product is named for, on either front door, and what the copied snippet must hold. */
const failures = [
  {
    id: 'rest-no-allow-origin',
    target: 'Handler',
    holds: [/"Access-Control-Allow-Origin": origin/, /Vary: "Origin"/],
  },
  {
    id: 'rest-authorised-options',
    target: 'Globals',
    holds: [/AddDefaultAuthorizerToCorsPreflight: false/, /AllowHeaders: "'authorization'"/],
  },
  {
    id: 'rest-wildcard',
    target: 'Globals',
    holds: [/AllowOrigin: "'http:\/\/localhost:\d+'"/, /AllowMethods: "'POST'"/],
  },
  {
    id: 'rest-wildcard-credentials',
    target: 'Globals',
    holds: [/AllowCredentials: true/, /AllowOrigin: "'http:\/\/localhost:\d+'"/],
  },
  {
    id: 'http-no-allow-origin',
    target: 'Globals',
    holds: [/CorsConfiguration:/, /AllowOrigins:\s+- http:\/\/localhost:\d+/],
  },
  { id: 'http-authorised-options', target: 'Routes', holds: [/OPTIONS|Method: /i] },
  { id: 'http-wildcard', target: 'Globals', holds: [/AllowOrigins:\s+- http:\/\/localhost:\d+/] },
  { id: 'http-wildcard-credentials', target: 'Globals', holds: [/AllowCredentials: true/] },
] as const;

for (const { id, target, holds } of failures) {
  test(`${id}: from page load to the copied snippet`, async ({ site, inspect }) => {
    const scenario = site.scenario(id);
    const inspector = await inspect(id);
    const panel = await inspector.openPanel();
    await panel.getByTestId('exchange').first().click();
    await expect(panel.getByTestId('finding').first()).toHaveAttribute(
      'data-rule',
      scenario.expectedRule ?? '',
    );

    await panel.getByTestId('tab-fix').click();
    await expect(panel.getByTestId(`fix-kind-${scenario.kind}`)).toHaveAttribute('aria-pressed', 'true');
    const choice = panel.getByTestId('fix-target').filter({ hasText: target });
    await choice.first().click();
    const shown = await panel.getByTestId('fix-text').textContent();
    await panel.getByTestId('copy-fix').click();
    await expect(panel.getByTestId('copy-fix')).toHaveText(/Copied/);
    const copied = await clipboard(inspector);
    expect(copied.trimEnd()).toBe(shown?.trimEnd());
    for (const part of holds) expect(copied).toMatch(part);
  });
}

test('the exported report carries the diagnosis and hides the token', async ({ site, inspect }) => {
  const inspector = await inspect('rest-no-allow-origin', 'rest-authorised-options');
  const panel = await inspector.openPanel();
  await expect(panel.getByTestId('exchange')).toHaveCount(2);
  const text = await exportedReport(inspector, panel);
  const report = JSON.parse(text);
  expect(report.schema).toBe('cors-inspector/report/1');
  expect(report.source).toMatchObject({ kind: 'webRequest', browser: 'chromium' });
  const roots = report.exchanges.map(
    (exchange: { findings: { rule: string }[] }) => exchange.findings[0]?.rule,
  );
  expect(roots).toEqual([
    site.scenario('rest-no-allow-origin').expectedRule,
    site.scenario('rest-authorised-options').expectedRule,
  ]);
  for (const value of Object.values(site.scenario('rest-no-allow-origin').call.headers))
    expect(text).not.toContain(value);
});

test('capture runs before the panel is opened, and the panel reloads without losing anything', async ({
  inspect,
}) => {
  const inspector = await inspect('rest-no-options', 'http-any-route', 'rest-healthy');
  await inspector.page.waitForLoadState('networkidle');
  const panel = await inspector.openPanel();
  await expect(panel.getByTestId('exchange')).toHaveCount(3);
  await panel.evaluate(() => location.reload());
  await expect(panel.getByTestId('exchange')).toHaveCount(3);
});

test('an empty panel says how to begin, and its Reload brings the calls', async ({ site, inspect }) => {
  const inspector = await inspect();
  const panel = await inspector.openPanel();
  await expect(panel.getByTestId('empty')).toContainText(/before DevTools/i);
  await inspector.page.evaluate(
    (url) => history.replaceState(null, '', url),
    `${site.origin}/?run=rest-no-options`,
  );
  await panel.getByTestId('reload').click();
  await expect(panel.getByTestId('exchange')).toHaveCount(1);
});

test('record, clear and keep log do what they say', async ({ site, inspect }) => {
  const inspector = await inspect('rest-no-options');
  const panel = await inspector.openPanel();
  const rows = panel.getByTestId('exchange');
  await expect(rows).toHaveCount(1);
  await panel.getByTestId('keep-log').check();
  await inspector.page.goto(`${site.origin}/?run=rest-healthy`);
  await expect(rows).toHaveCount(2);
  await panel.getByTestId('keep-log').uncheck();
  await inspector.page.goto(`${site.origin}/?run=http-healthy`);
  await expect(rows).toHaveCount(1);
  await panel.getByTestId('clear').click();
  await expect(panel.getByTestId('empty')).toBeVisible();
  await panel.getByTestId('record').click();
  await inspector.page.goto(`${site.origin}/?run=http-healthy`);
  await inspector.page.waitForLoadState('networkidle');
  await expect(rows).toHaveCount(0);
});

test('every scenario names its root cause first, and its mended gateway passes', async ({
  site,
  inspect,
}) => {
  const inspector = await inspect('all');
  const panel = await inspector.openPanel();
  await listed(panel, site.scenarios.length);
  const report = JSON.parse(await exportedReport(inspector, panel));
  const found = new Map<string, string>();
  for (const exchange of report.exchanges) {
    found.set(new URL(exchange.request.url).origin, exchange.findings[0]?.rule ?? 'none');
    const isUrl = exchange.request.url.includes('.lambda-url.');
    expect.soft(exchange.gateway.kind === 'function-url', exchange.request.url).toBe(isUrl);
  }
  for (const scenario of site.scenarios) {
    expect
      .soft(found.get(new URL(site.gateway.base(scenario.id)).origin), scenario.id)
      .toBe(scenario.expectedRule ?? 'none');
    site.mend(scenario.id);
  }
  await inspector.page.reload();
  await listed(panel, site.scenarios.length);
  const mended = JSON.parse(await exportedReport(inspector, panel));
  for (const exchange of mended.exchanges) {
    expect.soft(exchange.verdict.outcome, exchange.request.url).toBe('allowed');
  }
});

test('axe finds nothing wrong, empty or full, in either theme', async ({ site, inspect }) => {
  const inspector = await inspect();
  const panel = await inspector.openPanel();
  expect(await accessibilityFaults(panel)).toEqual([]);
  await inspector.page.goto(`${site.origin}/?run=rest-authorised-options,http-wildcard,rest-healthy`);
  await expect(panel.getByTestId('exchange')).toHaveCount(3);
  await panel.getByTestId('exchange').first().click();
  for (const theme of ['default', 'dark'] as const) {
    await inspector.setTheme(theme);
    await panel.locator(`html[data-theme="${theme === 'dark' ? 'dark' : 'light'}"]`).waitFor();
    for (const tab of ['diagnosis', 'headers', 'fix']) {
      await panel.getByTestId(`tab-${tab}`).click();
      expect(await accessibilityFaults(panel), `${tab}, ${theme}`).toEqual([]);
    }
  }
});

test('a credentials mode set by hand is judged again', async ({ inspect }) => {
  const inspector = await inspect('rest-header-not-allowed');
  const panel = await inspector.openPanel();
  await panel.getByTestId('exchange').click();
  const verdict = panel.getByTestId('verdict');
  await expect(verdict).toHaveAttribute('data-basis', 'assumed');
  await expect(verdict).toContainText('HeaderDisallowedByPreflightResponse');
  await panel.getByTestId('credentials').selectOption('include');
  await expect(verdict).toHaveAttribute('data-basis', 'certain');
  await expect(verdict).toContainText('PreflightInvalidAllowCredentials');
});

test('a bad HAR brings a message and what was captured stays; a good one opens', async ({ inspect }) => {
  const inspector = await inspect('rest-no-options', 'rest-healthy');
  const panel = await inspector.openPanel();
  const rows = panel.getByTestId('exchange');
  await expect(rows).toHaveCount(2);
  const choose = (name: string, text: string): Promise<void> =>
    panel
      .getByTestId('har-file')
      .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
  await choose('broken.har', '{"log": {"entries": [');
  await expect(panel.getByTestId('notice')).toContainText('broken.har');
  await expect(rows).toHaveCount(2);
  await choose('good.har', blockedHar);
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('/orders');
});

test('the Markdown report holds the root cause and no token', async ({ site, inspect }) => {
  const inspector = await inspect('rest-authorised-options');
  const panel = await inspector.openPanel();
  await expect(panel.getByTestId('exchange')).toHaveCount(1);
  await panel.getByTestId('export').click();
  const text = await savedBy(inspector, () => panel.getByTestId('export-markdown').click());
  expect(text).toContain('AddDefaultAuthorizerToCorsPreflight: false');
  for (const value of Object.values(site.scenario('rest-authorised-options').call.headers))
    expect(text).not.toContain(value);
});

test('header values with markup and non-ASCII characters stay text', async ({ site, inspect }) => {
  const inspector = await inspect();
  const panel = await inspector.openPanel();
  const base = site.gateway.base('rest-no-options');
  await inspector.page.evaluate(
    (url) =>
      fetch(url, { headers: { 'x-evil': '<img src=x onerror=alert(1)>"\'` \u00e9' } }).catch(() => undefined),
    `${base}/%3Cimg%20src=x%3E`,
  );
  await panel.getByTestId('exchange').click();
  for (const tab of ['diagnosis', 'headers', 'fix']) {
    await panel.getByTestId(`tab-${tab}`).click();
    expect(await panel.locator('img').count()).toBe(0);
  }
});
