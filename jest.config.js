import { availableParallelism } from 'node:os';

export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/__tests__'],
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2023' }, module: { type: 'es6' } },
    ],
  },
  setupFilesAfterEnv: ['<rootDir>/__tests__/contract/hold-emulators.ts'],
  reporters: ['default', '<rootDir>/__tests__/contract/tally-reporter.js'],
  globalSetup: '<rootDir>/__tests__/build-once.js',
  globalTeardown: '<rootDir>/__tests__/clear-up.js',
  // How fast a machine is, is no test's business: only what hangs ends here.
  testTimeout: 300_000,
  // Much of the time a test waits for a database or a delivery, and its core is free for another.
  maxWorkers: Math.ceil(availableParallelism() * 1.5),
  workerIdleMemoryLimit: '1.5GB',
};
