import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'out/e2e',
  timeout: 60_000,
  retries: 0,
  workers: 1,
  forbidOnly: true,
});
