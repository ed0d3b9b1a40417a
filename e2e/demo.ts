/**
 * The demo: an emulated API Gateway with broken CORS, a page that calls it, and Chromium with the CORS panel on it.
 * With a display it stays open until the window is closed; without one it prints the findings and leaves a report and
 * a screenshot under `out/`.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Frame } from '@playwright/test';
import type { Report, ReportedExchange } from '../src/report/index.ts';
import { startSite } from './gateway/site.ts';
import { type Inspector, openInspector } from './inspector.ts';

const hasDisplay =
  process.platform === 'darwin' ||
  process.platform === 'win32' ||
  Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
const headless = process.argv.includes('--headless') || !hasDisplay;

/** What the user reads in the list, told from the report: the list itself holds only the rows in sight. */
function told({ request, hops, verdict, findings }: ReportedExchange): string {
  const [first] = hops;
  const statuses = [first?.preflight, first?.actual].map((message) => message?.response?.status ?? '–');
  const root = findings.find(({ causedBy }) => causedBy === null);
  const path = new URL(request.url).pathname;
  return [verdict.outcome.padEnd(8), request.method, statuses.join(' → '), path, root?.title ?? '–'].join(
    '  |  ',
  );
}

async function show(inspector: Inspector, panel: Frame, expected: number): Promise<void> {
  await panel.getByTestId('status-bar').getByText(`${expected} / ${expected}`).waitFor();
  await panel.getByTestId('exchange').nth(1).click();
  mkdirSync('out', { recursive: true });
  await inspector.resize({ width: 1280, height: 760 });
  await inspector.picture('out/demo.png');
  await panel.getByTestId('export').click();
  const download = inspector.devtools.waitForEvent('download');
  await panel.getByTestId('export-json').click();
  await (await download).saveAs('out/report.json');
  const report: Report = JSON.parse(readFileSync('out/report.json', 'utf8'));
  console.log('\nWhat the panel lists:\n');
  for (const exchange of report.exchanges) console.log(`  ${told(exchange)}`);
  writeFileSync('out/findings.txt', await panel.getByTestId('detail').innerText());
  console.log(
    '\nLeft behind: out/demo.png (the panel), out/report.json (the report), out/findings.txt (the selected call)',
  );
}

const site = await startSite(3000);
console.log(`The demo page is ${site.origin}; it calls ${site.scenarios.length} APIs, most of them broken.`);
const inspector = await openInspector({
  extension: resolve('dist/chrome'),
  url: `${site.origin}/?run=all`,
  headless,
  onError: (text) => console.error(`[extension] ${text}`),
});
const panel = await inspector.openPanel();
if (headless) {
  await show(inspector, panel, site.scenarios.length);
} else {
  console.log('Chromium shows the page with the CORS panel. Close the window to end.');
  await new Promise((ended) => inspector.page.context().once('close', ended));
}
await inspector.close();
await site.close();
