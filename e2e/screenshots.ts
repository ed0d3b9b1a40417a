/** Pictures of the real panel on the demo: `docs/screenshot*.png` for the README, and every state under `out/screenshots`. */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { startSite } from './gateway/site.ts';
import { openInspector } from './inspector.ts';

const folder = resolve('out/screenshots');
mkdirSync(folder, { recursive: true });
const site = await startSite(3000);
const inspector = await openInspector({ extension: resolve('dist/chrome'), url: site.origin });
const themes = ['default', 'dark'] as const;
const wide = { width: 1360, height: 760 };
const narrow = { width: 420, height: 760 };

const panel = await inspector.openPanel();
async function inBothThemes(
  name: string,
  size: { width: number; height: number },
  published?: string,
): Promise<void> {
  await inspector.resize(size);
  for (const theme of themes) {
    await inspector.setTheme(theme);
    const shade = theme === 'dark' ? 'dark' : 'light';
    await panel.locator(`html[data-theme="${shade}"]`).waitFor();
    await inspector.picture(join(folder, `${name}-${shade}.png`));
    if (published !== undefined) await inspector.picture(resolve(`docs/${published}-${shade}.png`));
  }
}

await panel.getByTestId('empty').waitFor();
await inBothThemes('empty', wide);
await inBothThemes('empty-narrow', narrow);
await panel.getByTestId('explain-deep').click();
await inBothThemes('deep-explained', wide);
await inBothThemes('deep-explained-narrow', narrow);
await panel.getByTestId('not-now').click();
// A morning's work, not every way to fail.
const shown = [
  'rest-no-allow-origin',
  'rest-authorised-options',
  'rest-wildcard',
  'rest-no-options',
  'rest-header-not-allowed',
  'rest-handler-crash',
  'rest-healthy',
  'http-cors-unconfigured',
  'http-healthy',
  'function-url-duplicate-headers',
];
await inspector.page.goto(`${site.origin}/?run=${shown.join(',')}`);
const rows = panel.getByTestId('exchange');
await panel.getByTestId('status-bar').getByText(`${shown.length} / ${shown.length}`).waitFor();
await inBothThemes('list', wide);
for (const [name, filter] of [
  ['authorised-options', ''],
  ['no-allow-origin', 'cause:handler-allow-origin-missing'],
  ['wildcard', 'cause:wildcard-origin'],
  ['crash', 'cause:handler-crashed'],
  ['http', 'gateway:http is:blocked'],
  ['function-url', 'gateway:function-url is:blocked'],
] as const) {
  await panel.getByTestId('filter').fill(filter);
  await rows.nth(filter === '' ? 1 : 0).click();
  await panel.getByTestId('tab-diagnosis').click();
  await inBothThemes(`${name}-diagnosis`, wide, name === 'authorised-options' ? 'screenshot' : undefined);
  await panel.getByTestId('tab-headers').click();
  await inBothThemes(`${name}-headers`, wide);
  await panel.getByTestId('tab-fix').click();
  await inBothThemes(`${name}-fix`, wide, name === 'authorised-options' ? 'screenshot-fix' : undefined);
}
await panel.getByTestId('filter').fill('');
await panel.getByTestId('view-apis').click();
await panel.getByTestId('api-card').first().waitFor();
await inBothThemes('apis', wide);
await panel.getByTestId('view-apis').click();
await panel.getByTestId('tab-diagnosis').click();
await panel.getByTestId('deep').click();
await panel.getByTestId('continue-deep').click();
await panel.getByTestId('capture').getByText('Deep capture', { exact: true }).waitFor();
await inspector.page.goto(`${site.origin}/?run=rest-header-not-allowed`);
await rows.filter({ hasText: 'x-request-source' }).click();
await panel.getByTestId('browser-word').waitFor();
await inBothThemes('deep-diagnosis', wide);
await inBothThemes('narrow-diagnosis', narrow);
await panel.getByTestId('tab-fix').click();
await inBothThemes('narrow-fix', narrow);
console.log(`pictures in ${folder} and docs/`);
await inspector.close();
await site.close();
