export default {
  displayName: 'frontend',
  testEnvironment: 'jsdom',
  // Patience for a machine that is busy with other things.
  testTimeout: 20_000,
  testMatch: ['<rootDir>/{src,vite}/**/*.spec.{ts,tsx}'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper: {
    '^\\./fetch-texts$': '<rootDir>/test/texts-on-disk.ts',
    '^@/(.*)$': '<rootDir>/src/$1',
    '^@hearth/contract$': '<rootDir>/../contract/src/index.ts',
    // The contract's sources import each other by the name of the compiled file.
    '^(\\.{1,2}/.*)\\.js$': ['$1.ts', '$1.js'],
  },
  transform: {
    '\\.tsx?$': [
      '@swc/jest',
      {
        swcrc: false,
        jsc: { target: 'es2024', parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } } },
        module: { type: 'es6' },
      },
    ],
  },
};
