/** `npm run oracle -- --seed N --count N`: our verdicts beside a real Chromium's, on fresh random cases. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build, bundle } from './build.mjs';
import { ensureChromium, ensurePackages, root } from './setup.mjs';

ensurePackages();
const env = { ...process.env, CORS_INSPECTOR_CHROMIUM: await ensureChromium() };
await build(['chrome']);
await bundle('e2e/oracle/main.ts', 'out/oracle.mjs');
const args = [join(root, 'out', 'oracle.mjs'), ...process.argv.slice(2)];
process.exit(spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env }).status ?? 1);
