/** Every scenario through every way to capture, in the real panel: the same facts give the same findings. */
import type { Frame } from '@playwright/test';
import type { Report } from '../src/report/index.ts';
import { expect, exportedReport, listed, test } from './fixture.ts';
import type { Site } from './gateway/site.ts';
import type { Inspector } from './inspector.ts';

/** What a source says of each scenario: the findings of its calls, in order, as `severity rule`. */
type Told = ReadonlyMap<string, readonly string[]>;

/**
 * Notes that rest on what only some sources hold; no error or warning is among them. `credentials-unknown`: deep capture
 * sees blocked cookies and the browser's own word, so it assumes less.
 */
const ofSome = ['info credentials-unknown'];

async function told(site: Site, inspector: Inspector, panel: Frame): Promise<Told> {
  const report: Report = JSON.parse(await exportedReport(inspector, panel));
  const found = new Map<string, readonly string[]>();
  for (const { id } of site.scenarios) {
    const base = new URL(site.gateway.base(id)).origin;
    const own = report.exchanges.filter((exchange) => exchange.request.url.startsWith(`${base}/`));
    const lines = own.flatMap(({ findings }) => findings.map(({ severity, rule }) => `${severity} ${rule}`));
    found.set(id, lines);
  }
  return found;
}

const common = (told: Told) =>
  [...told].map(([id, lines]) => [id, lines.filter((line) => !ofSome.includes(line))]);

async function settled(site: Site, panel: Frame): Promise<void> {
  await listed(panel, site.scenarios.length);
  await expect(panel.getByTestId('pill-pending')).toHaveText(/\D0$/);
}

/** The page's whole log as DevTools would save it. */
const log = ({ devtoolsPage }: Inspector): Promise<{ entries: { request: { url: string } }[] }> =>
  devtoolsPage.evaluate(
    () =>
      new Promise((done) => chrome.devtools.network.getHAR((har) => done(JSON.parse(JSON.stringify(har))))),
  );

test('standard capture, deep capture and a HAR file give the same findings, root cause first', async ({
  site,
  inspect,
}) => {
  const inspector = await inspect('all');
  const panel = await inspector.openPanel();
  await settled(site, panel);
  const standard = await told(site, inspector, panel);

  for (const { id, expectedRule } of site.scenarios)
    expect.soft(standard.get(id)?.[0]?.split(' ')[1] ?? 'none', id).toBe(expectedRule ?? 'none');

  const har = await log(inspector);
  await panel.getByTestId('har-file').setInputFiles({
    name: 'all.har',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify({ log: har })),
  });
  await expect(panel.getByTestId('notice').filter({ hasText: 'all.har' })).toBeVisible();
  await settled(site, panel);
  const fromFile = await told(site, inspector, panel);
  expect.soft(common(fromFile), 'the HAR that DevTools wrote').toEqual(common(standard));

  const other = await inspect();
  const deepPanel = await other.openPanel();
  await deepPanel.getByTestId('deep').click();
  await deepPanel.getByTestId('continue-deep').click();
  await expect(deepPanel.getByTestId('capture')).toHaveText('Deep capture');
  await other.page.goto(`${site.origin}/?run=all`);
  await settled(site, deepPanel);
  const deep = await told(site, other, deepPanel);
  expect.soft(common(deep), 'deep capture').toEqual(common(standard));
  await expect(deepPanel.getByTestId('disagreements')).toHaveCount(0);
});

test('a mended gateway raises no error and no warning', async ({ site, inspect }) => {
  for (const { id } of site.scenarios) site.mend(id);
  const inspector = await inspect('all');
  const panel = await inspector.openPanel();
  await settled(site, panel);
  for (const [id, lines] of await told(site, inspector, panel))
    expect
      .soft(
        lines.filter((line) => !line.startsWith('info ')),
        id,
      )
      .toEqual([]);
});
