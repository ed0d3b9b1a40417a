/** `npm run oracle -- --browser chromium|firefox --seed N --count N`: our verdicts beside a real browser's, on fresh random cases. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build, bundle } from './build.mjs';
import { ensureChromium, ensureFirefox, ensurePackages, root } from './setup.mjs';

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
