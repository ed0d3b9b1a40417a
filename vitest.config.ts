import { defineConfig } from 'vitest/config';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    restoreMocks: true,
    // A property's many runs on a slow machine; what hangs is still found.
    testTimeout: 30_000,
    pool: 'threads',
    projects: [
      {
        extends: true,
        // A document of its own for each file.
        test: { name: 'pages', include: ['src/**/*.test.tsx'] },
      },
      {
        extends: true,
        // The core keeps no state that a file could leave to the next: sharing its modules takes a third of the time.
        test: {
          name: 'core',
          include: ['src/**/*.test.ts', 'scripts/**/*.test.ts', 'e2e/**/*.test.ts'],
          isolate: false,
        },
      },
    ],
  },
});
