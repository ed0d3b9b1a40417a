/** `npm run screenshots`: makes the README's pictures, and every state of the panel under `out/screenshots`, from the real panel. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build, bundle } from './build.mjs';
import { ensureChromium, ensurePackages, root } from './setup.mjs';

ensurePackages();
const env = { ...process.env, CORS_INSPECTOR_CHROMIUM: await ensureChromium() };
await build(['chrome']);
await bundle('e2e/screenshots.ts', 'out/screenshots.mjs');
const { status } = spawnSync(process.execPath, [join(root, 'out', 'screenshots.mjs')], {
  cwd: root,
  stdio: 'inherit',
  env,
});
process.exit(status ?? 1);
