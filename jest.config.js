/** One configuration for every level; the level is the folder (see test/README.md). */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
  setupFilesAfterEnv: [
    '<rootDir>/test/support/each-file.ts',
    '<rootDir>/test/support/hold-commands.ts',
  ],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: {
    '^(\\.{1,2}/.*)\\.js$': '$1',
    // Jest warns of the JSON that its modules import; the same code as one script has none.
    '^libphonenumber-js/max$': '<rootDir>/node_modules/libphonenumber-js/max/index.cjs',
  },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: { parser: { syntax: 'typescript' }, target: 'es2023' },
        module: { type: 'es6' },
      },
    ],
  },
  maxWorkers: 2,
  // Modules of a test file are never given back; a worker that holds too many spends its time looking for what it can free.
  workerIdleMemoryLimit: '1200MB',
  // Not how long a test may take, but when one is stuck: on a busy machine all of them take longer.
  testTimeout: 600_000,
};
