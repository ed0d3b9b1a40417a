/** Records the panel's demo capture anew, in the real panel: `node scripts/record-demo.mjs`. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build, bundle } from './build.mjs';
import { ensureChromium, ensurePackages, root } from './setup.mjs';

ensurePackages();
const env = { ...process.env, CORS_INSPECTOR_CHROMIUM: await ensureChromium() };
await build(['chrome']);
await bundle('e2e/record-demo.ts', 'out/record-demo.mjs');
const { status } = spawnSync(process.execPath, [join(root, 'out', 'record-demo.mjs')], {
  cwd: root,
  stdio: 'inherit',
  env,
});
process.exit(status ?? 1);
