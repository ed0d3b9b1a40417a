/** `npm run bench`: how fast judging, diagnosing and assembling are, and what they keep. Prints figures; fails on none. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { bundle } from './build.mjs';
import { ensurePackages, root } from './setup.mjs';

ensurePackages();
await bundle('scripts/bench/main.ts', 'out/bench.mjs');
const args = ['--expose-gc', join(root, 'out', 'bench.mjs'), ...process.argv.slice(2)];
process.exit(spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status ?? 1);
