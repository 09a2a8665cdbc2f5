import unit from './jest.config.mjs';

/** Tests of the app's data layer against a real server: the backend must be built. */
export default {
  ...unit,
  displayName: 'frontend medium',
  testEnvironment: '<rootDir>/test/browser-environment.mjs',
  testMatch: ['<rootDir>/test/**/*.medium.spec.ts'],
  moduleNameMapper: {
    // What engine.io-client names in its `browser` field, which Jest does not read. The first pattern that fits counts.
    '^(\\.{1,2}/.*)\\.node\\.js$': '$1.js',
    ...unit.moduleNameMapper,
  },
  testTimeout: 20_000,
};
