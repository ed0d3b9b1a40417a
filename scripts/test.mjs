/** `npm test`: everything, set-up included: types, lint, dead code, unit, property and conformance tests, the builds, e2e. */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { bin } from './run.mjs';
import { ensureChromium, ensurePackages, root } from './setup.mjs';

ensurePackages();
const env = { CORS_INSPECTOR_CHROMIUM: await ensureChromium() };
const results = join(root, 'out', 'test-results');
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

const failures = [];
async function step(title, work) {
  const started = Date.now();
  console.log(`\n== ${title}`);
  const ok = await work().catch((error) => {
    console.error(error);
    return false;
  });
  console.log(`== ${title}: ${ok ? 'ok' : 'FAILED'} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  if (!ok) failures.push(title);
}
const zero = async (code) => (await code) === 0;

await step('types', () => zero(bin('tsc', ['--noEmit'])));
await step('lint', () => zero(bin('biome', ['check', '.'])));
await step('dead code', () => zero(bin('knip', [])));
await step('unit, property and conformance tests', () =>
  zero(
    bin('vitest', [
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${join(results, 'vitest.json')}`,
    ]),
  ),
);
await step('build', async () => {
  await build();
  return true;
});
await step('web-ext lint of the Firefox build', () =>
  zero(bin('web-ext', ['lint', '--source-dir', 'dist/firefox', '--no-config-discovery'])),
);
await step('e2e in Chromium', () =>
  zero(
    bin('playwright', ['test', '--reporter=list,json'], {
      ...env,
      PLAYWRIGHT_JSON_OUTPUT_NAME: join(results, 'playwright.json'),
    }),
  ),
);

/** Passed and failed tests of a runner's JSON; a runner that wrote none counts as one failure. */
function counts(file, read) {
  try {
    return read(JSON.parse(readFileSync(join(results, file), 'utf8')));
  } catch {
    return [0, 1];
  }
}
const unit = counts('vitest.json', (json) => [
  json.numPassedTests,
  json.numFailedTests + json.numFailedTestSuites,
]);
const e2e = counts('playwright.json', (json) => [
  json.stats.expected,
  json.stats.unexpected + json.stats.flaky,
]);
console.log(
  `\nunit ${unit[0]} passed, e2e ${e2e[0]} passed; failed steps: ${failures.length === 0 ? 'none' : failures.join(', ')}`,
);
console.log(
  `${unit[0] + e2e[0]} passed, ${unit[1] + e2e[1] + (failures.length > 0 && unit[1] + e2e[1] === 0 ? failures.length : 0)} failed`,
);
process.exit(failures.length === 0 ? 0 : 1);
