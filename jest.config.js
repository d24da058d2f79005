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
  testTimeout: 30_000,
};
