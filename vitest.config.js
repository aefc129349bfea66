import { defineConfig } from 'vitest/config';

/** One configuration for every level; the level is the folder. Why this runner: docs/adr/0018. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globals: true,
    globalSetup: ['test/support/global-setup.mjs'],
    setupFiles: ['test/support/each-file.ts'],
    // A process runs one file after the other and loads what they import once: loading it anew was half of a run.
    pool: 'forks',
    isolate: false,
    maxWorkers: 2,
    sequence: { hooks: 'list' },
    // Not how long a test may take, but when one is stuck: on a busy machine all of them take longer.
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
