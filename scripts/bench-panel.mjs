/** `npm run bench:panel`: how the panel's list fares with 100,000 exchanges in a real Chromium. Prints figures; fails on none. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundle } from './build.mjs';
import { ensureChromium, ensurePackages, root } from './setup.mjs';

ensurePackages();
const env = { ...process.env, CORS_INSPECTOR_CHROMIUM: await ensureChromium() };
const { build } = await import('esbuild');
const folder = join(root, 'out', 'bench-panel');
await build({
  entryPoints: {
    page: join(root, 'scripts/bench/panel-page.ts'),
    style: join(root, 'src/panel/styles/panel.css'),
  },
  outdir: folder,
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'es2022',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  logLevel: 'warning',
});
writeFileSync(
  join(folder, 'index.html'),
  '<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="style.css"><div id="panel"></div><script src="page.js"></script>',
);
await bundle('scripts/bench/panel.ts', 'out/bench-panel.mjs');
const args = [join(root, 'out', 'bench-panel.mjs'), join(folder, 'index.html'), ...process.argv.slice(2)];
process.exit(spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env }).status ?? 1);
