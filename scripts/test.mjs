/** `npm test`: everything, set-up included: types, lint, dead code, unit, property and conformance tests, the builds, e2e. */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { bin } from './run.mjs';
import { ensureChromium, ensureFirefox, ensurePackages, root } from './setup.mjs';

ensurePackages();
const chromium = await ensureChromium();
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
const e2eIn = (project, env) =>
  step(`e2e in ${project}`, () =>
    zero(
      bin('playwright', ['test', `--project=${project}`, '--reporter=list,json'], {
        ...env,
        PLAYWRIGHT_JSON_OUTPUT_NAME: join(results, `${project}.json`),
      }),
    ),
  );
await e2eIn('chromium', { CORS_INSPECTOR_CHROMIUM: chromium });
const firefox = ensureFirefox();
if (firefox === null)
  console.log('\n== e2e in firefox: NOT RUN, there is no Firefox here and none could be installed');
else await e2eIn('firefox', { CORS_INSPECTOR_FIREFOX: firefox });

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
const e2e = ['chromium', ...(firefox === null ? [] : ['firefox'])]
  .map((project) =>
    counts(`${project}.json`, (json) => [json.stats.expected, json.stats.unexpected + json.stats.flaky]),
  )
  .reduce(([passed, failed], [more, worse]) => [passed + more, failed + worse], [0, 0]);
const failed = unit[1] + e2e[1];
console.log(
  `\nunit ${unit[0]} passed, e2e ${e2e[0]} passed; failed steps: ${failures.length === 0 ? 'none' : failures.join(', ')}`,
);
console.log(`${unit[0] + e2e[0]} passed, ${failed === 0 ? failures.length : failed} failed`);
process.exit(failures.length === 0 ? 0 : 1);
