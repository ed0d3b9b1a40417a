/** `npm run oracle -- --browser chromium|firefox --seed N --count N`: our verdicts beside a real browser's, on fresh random cases. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build, bundle } from './build.mjs';
import { ensureChromium, ensureFirefox, ensurePackages, root } from './setup.mjs';

/** What is wrong with the command line, in one line; null where nothing is. */
function usageFault(args) {
  const browsers = ['chromium', 'firefox'];
  const text = { type: 'string' };
  try {
    const { values } = parseArgs({ args, options: { browser: text, seed: text, count: text } });
    if (!browsers.includes(values.browser ?? 'chromium')) return `--browser is ${browsers.join(' or ')}`;
    if (!/^\d{1,9}$/.test(values.seed ?? '1')) return '--seed is a whole number, at most 999999999';
    if (!/^[1-9]\d{0,5}$/.test(values.count ?? '500')) return '--count is a whole number from 1 to 999999';
    return null;
  } catch (error) {
    return String(error instanceof Error ? error.message : error).split('\n')[0];
  }
}

const fault = usageFault(process.argv.slice(2));
if (fault !== null) {
  console.error(`oracle: ${fault}`);
  process.exit(2);
}
ensurePackages();
const { values } = parseArgs({ options: { browser: { type: 'string' } }, strict: false });
const env = { ...process.env };
if (values.browser === 'firefox') {
  const firefox = ensureFirefox();
  if (firefox === null) throw new Error('there is no Firefox here and none could be installed');
  env.CORS_INSPECTOR_FIREFOX = firefox;
} else {
  env.CORS_INSPECTOR_CHROMIUM = await ensureChromium();
  await build(['chrome']);
}
await bundle('e2e/oracle/main.ts', 'out/oracle.mjs');
const args = [join(root, 'out', 'oracle.mjs'), ...process.argv.slice(2)];
process.exit(spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env }).status ?? 1);
