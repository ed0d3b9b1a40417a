import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'out/e2e',
  timeout: 60_000,
  use: { actionTimeout: 15_000 },
  expect: {
    timeout: 15_000,
    // A pixel's antialiasing may differ from run to run, a line or a word may not.
    toHaveScreenshot: { maxDiffPixels: 40, pathTemplate: '{testDir}/baselines/{arg}{ext}' },
  },
  retries: 0,
  workers: 1,
  forbidOnly: true,
  projects: [
    { name: 'chromium', testMatch: '*.spec.ts', testIgnore: 'firefox*' },
    { name: 'firefox', testMatch: 'firefox*.spec.ts' },
  ],
});
