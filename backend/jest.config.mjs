/** Pure tests. Those that need a database are in jest.medium.config.mjs. */
export default {
  displayName: 'backend',
  testEnvironment: 'node',
  // Patience for a machine that is busy with other things.
  testTimeout: 20_000,
  testMatch: ['<rootDir>/{src,test}/**/*.spec.ts'],
  testPathIgnorePatterns: ['\\.medium\\.spec\\.ts$'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: {
    '^@hearth/contract$': '<rootDir>/../contract/src/index.ts',
    // Sources import each other by the name of the compiled file.
    '^(\\.{1,2}/.*)\\.js$': ['$1.ts', '$1.js'],
  },
  transform: {
    '\\.ts$': [
      '@swc/jest',
      {
        swcrc: false,
        jsc: {
          target: 'es2024',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          keepClassNames: true,
        },
        module: { type: 'es6' },
      },
    ],
  },
};
