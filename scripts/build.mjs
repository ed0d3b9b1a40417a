/** `npm run build`: dist/chrome and dist/firefox (unpacked extensions) and dist/cli/cors-inspector.js. */
import { join } from 'node:path';
import { bin } from './run.mjs';
import { ensurePackages, root } from './setup.mjs';

/** Builds everything; throws where a part does not build. */
export async function build(targets = ['chrome', 'firefox', 'cli']) {
  for (const mode of targets.filter((target) => target !== 'cli')) {
    if ((await bin('vite', ['build', '--mode', mode, '--logLevel', 'warn'])) !== 0)
      throw new Error(`dist/${mode} did not build`);
    console.log(`[build] dist/${mode}`);
  }
  if (targets.includes('cli')) {
    await bundle('src/cli/main.ts', 'dist/cli/cors-inspector.js', '#!/usr/bin/env node');
    console.log('[build] dist/cli/cors-inspector.js');
  }
}

/** Bundles one TypeScript entry for Node 20. */
export async function bundle(entry, outfile, banner = '') {
  const esbuild = await import('esbuild');
  await esbuild.build({
    entryPoints: [join(root, entry)],
    outfile: join(root, outfile),
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    external: ['@playwright/test', 'esbuild', 'ws'],
    // Its build for Node is CommonJS, which an ES module cannot hold; browsers' is the same code in ES modules.
    alias: { yaml: join(root, 'node_modules', 'yaml', 'browser', 'index.js') },
    banner: { js: banner },
    logLevel: 'warning',
  });
}

if (process.argv[1]?.endsWith('build.mjs')) {
  ensurePackages();
  const targets = process.argv.slice(2);
  await build(targets.length > 0 ? targets : undefined);
}
