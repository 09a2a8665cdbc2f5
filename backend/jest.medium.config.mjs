import unit from './jest.config.mjs';

/** Tests on a real Postgres, and a real Redis where Redis is the point. */
export default {
  ...unit,
  displayName: 'medium',
  testMatch: ['<rootDir>/{src,test}/**/*.medium.spec.ts'],
  testPathIgnorePatterns: [],
  globalSetup: '<rootDir>/test/global-setup.mjs',
  globalTeardown: '<rootDir>/test/global-teardown.mjs',
  testTimeout: 30_000,
  // What a spec file loaded stays in its worker, 70 MB of it for each that starts the app: Node keeps the modules of ended contexts.
  workerIdleMemoryLimit: '1GB',
};
