/** A test's own demo site, and the real DevTools panel on it; any console error of the extension fails the test. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { test as base, expect, type Frame } from '@playwright/test';
import { type Site, startSite } from './gateway/site.ts';
import { type Inspector, openInspector } from './inspector.ts';

interface Fixtures {
  readonly site: Site;
  /** Opens the page with those scenarios running at load: `'rest-no-options'`, or none. */
  readonly inspect: (...scenarios: readonly string[]) => Promise<Inspector>;
}

export const test = base.extend<Fixtures>({
  site: async ({ browserName: _browser }, use) => {
    const site = await startSite(0);
    await use(site);
    await site.close();
  },
  inspect: async ({ site }, use) => {
    const open: Inspector[] = [];
    const errors: string[] = [];
    await use(async (...scenarios) => {
      const query = scenarios.length > 0 ? `?run=${scenarios.join(',')}` : '';
      const inspector = await openInspector({
        extension: resolve('dist/chrome'),
        url: `${site.origin}/${query}`,
        onError: (text) => errors.push(text),
      });
      open.push(inspector);
      return inspector;
    });
    for (const inspector of open) await inspector.close();
    expect(errors, 'console errors of the extension').toEqual([]);
  },
});

export { expect };

/** What the browser's clipboard holds, read by the inspected page. */
export async function clipboard({ page, devtools }: Inspector): Promise<string> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.bringToFront();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  await devtools.bringToFront();
  return text;
}

/** The file that the panel saves when that is clicked. */
export async function savedBy(inspector: Inspector, click: () => Promise<void>): Promise<string> {
  const download = inspector.devtools.waitForEvent('download');
  await click();
  return readFile(await (await download).path(), 'utf8');
}

/** Waits until so many exchanges are listed, in sight or not: only the rows in sight are in the document. */
export const listed = (panel: Frame, count: number): Promise<void> =>
  expect(panel.getByTestId('status-bar')).toContainText(`${count} / ${count}`, { timeout: 30_000 });

/** The exported JSON report of the panel. */
export async function exportedReport(inspector: Inspector, panel: Frame): Promise<string> {
  await panel.getByTestId('export').click();
  return savedBy(inspector, () => panel.getByTestId('export-json').click());
}

/** What axe finds wrong in the panel as it stands, each as one readable line. */
export async function accessibilityFaults(panel: Frame): Promise<readonly string[]> {
  await panel.evaluate(await readFile(resolve('node_modules/axe-core/axe.min.js'), 'utf8'));
  return panel.evaluate(async () => {
    const axe: typeof import('axe-core') = Reflect.get(globalThis, 'axe');
    const { violations } = await axe.run(document);
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.html.slice(0, 200)} ${node.failureSummary}`),
    );
  });
}
