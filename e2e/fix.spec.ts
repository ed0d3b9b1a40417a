/**
 * The closed loop, for every scenario that a template can make: broken template, captured failure, `cors-inspector fix`,
 * the mended template and handler served by the emulator, and the same page reads its answer in a real browser.
 */
import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Report } from '../src/report/index.ts';
import { accessibilityFaults, clipboard, expect, savedBy, test } from './fixture.ts';
import { deployed } from './gateway/deployed.ts';
import { templateOf } from './gateway/template-of.ts';

/** What no template mends, by scenario: the words with which the proof says so, and what the page gets all the same. */
const unmendable: Readonly<Record<string, { readonly says: RegExp; readonly gets: 'read' | 'failed' }>> = {
  'rest-too-large': { says: /a 413 of a REST API cannot carry CORS headers/, gets: 'failed' },
  // The gateway's own 404 becomes readable; the path stays wrong.
  'rest-wrong-path': { says: /no route of the template takes it/, gets: 'read' },
  'http-wrong-path': { says: /no route of the template takes it/, gets: 'read' },
};

/** What stands in the URL alone, so that the template is sound. */
const ofTheUrl = new Set(['rest-no-stage']);

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

const cli = (...argv: readonly string[]): Promise<Ran> =>
  new Promise((done) => {
    execFile(process.execPath, [resolve('dist/cli/cors-inspector.js'), ...argv], (error, out, err) =>
      done({ code: typeof error?.code === 'number' ? error.code : error === null ? 0 : -1, out, err }),
    );
  });

test('the built command mends every template, and the page that failed passes', async ({ site, inspect }) => {
  test.setTimeout(180_000);
  const folder = resolve('out/fix');
  await mkdir(folder, { recursive: true });
  const broken = new Map(
    site.scenarios.flatMap((scenario) => {
      const text =
        scenario.front === undefined && !ofTheUrl.has(scenario.id) ? templateOf(scenario.broken) : null;
      return text === null ? [] : [[scenario.id, text] as const];
    }),
  );
  for (const [id, text] of broken)
    site.gateway.deploy(id, deployed(text, site.scenario(id).broken, 'as it was'));

  const ids = [...broken.keys()];
  const inspector = await inspect(...ids);
  const { page } = inspector;
  const outcomes = async () => {
    await expect(page.locator('body')).toHaveAttribute('data-state', 'done', { timeout: 30_000 });
    return new Map(
      await page
        .locator('output[data-outcome]')
        .evaluateAll((all) =>
          all.map(
            (one) => [one.getAttribute('data-result') ?? '', one.getAttribute('data-outcome')] as const,
          ),
        ),
    );
  };
  const before = await outcomes();
  for (const id of ids)
    expect.soft(before.get(id), `${id}, broken`).toBe(site.scenario(id).passesBroken ? 'read' : 'failed');

  const har: { entries: { request: { url: string } }[] } = await inspector.devtoolsPage.evaluate(
    () =>
      new Promise((done) => chrome.devtools.network.getHAR((log) => done(JSON.parse(JSON.stringify(log))))),
  );
  for (const [id, text] of broken) {
    const { origin } = new URL(site.gateway.base(id));
    const entries = har.entries.filter(({ request }) => request.url.startsWith(`${origin}/`));
    const capture = `${folder}/${id}.har`;
    const template = `${folder}/${id}.yaml`;
    await writeFile(capture, JSON.stringify({ log: { ...har, entries } }));
    await writeFile(template, text);
    const fixed = await cli('fix', capture, '--template', template, '--format', 'template');
    const impossible = unmendable[id];
    expect.soft(fixed.code, `${id}: ${fixed.err}`).toBe(impossible === undefined ? 0 : 1);
    if (impossible !== undefined) expect.soft(fixed.err, id).toMatch(impossible.says);
    const report: Report = JSON.parse((await cli('inspect', capture, '--format', 'json')).out);
    const policy = report.apis[0]?.policy;
    if (policy === undefined || fixed.out === '') continue;
    await writeFile(`${folder}/${id}.mended.yaml`, fixed.out);
    site.gateway.deploy(id, deployed(fixed.out, site.scenario(id).broken, { mendedTo: policy }));
  }

  await page.goto(`${site.origin}/?run=${ids.join(',')}`);
  const after = await outcomes();
  for (const id of ids) expect.soft(after.get(id), `${id}, mended`).toBe(unmendable[id]?.gets ?? 'read');
});

test('the panel shows the change to the user’s own template, proves it and saves it', async ({
  site,
  inspect,
}) => {
  const id = 'rest-no-options';
  const text = templateOf(site.scenario(id).broken) ?? '';
  const inspector = await inspect(id);
  const panel = await inspector.openPanel();
  await panel.getByTestId('exchange').first().click();
  await panel.getByTestId('template-file').setInputFiles({
    name: 'template.yaml',
    mimeType: 'text/yaml',
    buffer: Buffer.from(text),
  });
  await panel.getByTestId('tab-fix').click();
  await expect(panel.getByTestId('template-diff')).toContainText(`+        AllowOrigin: "'${site.origin}'"`);
  await expect(panel.getByTestId('proof')).toContainText('1 of 1 captured requests pass');
  await inspector.picture('out/template-fix-light.png');
  expect(await accessibilityFaults(panel)).toEqual([]);
  await panel.getByTestId('copy-template').click();
  await expect(panel.getByTestId('announcement')).toHaveText('Copied');
  const mended = await clipboard(inspector);
  expect(await savedBy(inspector, () => panel.getByTestId('save-template').click())).toBe(mended);
  site.gateway.deploy(id, deployed(mended, site.scenario(id).broken, 'as it was'));
  await inspector.page.goto(`${site.origin}/?run=${id}`);
  await expect(inspector.page.locator(`output[data-result="${id}"]`)).toHaveAttribute('data-outcome', 'read');
  await inspector.setTheme('dark');
  await inspector.resize({ width: 320, height: 800 });
  await inspector.picture('out/template-fix-dark-narrow.png');
});
