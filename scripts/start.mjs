/** `npm start`: builds, then shows the demo: a broken API, a page that calls it, and Chromium with the CORS panel open. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { build, bundle } from './build.mjs';
import { ensureChromium, ensurePackages, root } from './setup.mjs';

ensurePackages();
const env = { ...process.env, CORS_INSPECTOR_CHROMIUM: await ensureChromium() };
await build(['chrome']);
await bundle('e2e/demo.ts', 'out/demo.mjs');
const child = spawn(process.execPath, [join(root, 'out', 'demo.mjs'), ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
  env,
});
child.on('exit', (code) => process.exit(code ?? 1));
