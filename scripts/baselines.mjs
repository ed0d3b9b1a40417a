/** `npm run baselines`: keeps the pictures of every state of the panel anew, for this machine's rendering. Look at what changed. */
import { bin } from './run.mjs';
import { ensureChromium, ensurePackages } from './setup.mjs';

ensurePackages();
const env = { CORS_INSPECTOR_CHROMIUM: await ensureChromium() };
process.exit(
  await bin(
    'playwright',
    [
      'test',
      'e2e/states.spec.ts',
      '--grep=looks as it did',
      '--project=chromium',
      '--update-snapshots=all',
      '--reporter=line',
    ],
    env,
  ),
);
