// Who may import whom. scripts/test/imports.test.mjs plants a fault for each rule and expects it to be found.
const BACKEND = '^backend/src';
const FRONTEND = '^frontend/src';
const BASE = ['config', 'database', 'cluster', 'http', 'jobs', 'realtime', 'permissions'];
const SPEC = '\\.spec\\.tsx?$';

/** A base layer imports nothing that stands right of it. */
const leftward = BASE.map((layer, index) => ({
  name: `backend-${layer}-imports-leftward`,
  severity: 'error',
  from: { path: `${BACKEND}/${layer}/` },
  to: {
    path: `${BACKEND}/[^/]+/`,
    pathNot: `${BACKEND}/(${[...BASE.slice(0, index + 1), 'generated'].join('|')})/`,
  },
}));

module.exports = {
  forbidden: [
    {
      name: 'frontend-not-backend',
      severity: 'error',
      from: { path: '^frontend/' },
      to: { path: '^(backend|e2e|bench)/' },
    },
    { name: 'backend-not-frontend', severity: 'error', from: { path: '^backend/' }, to: { path: '^(frontend|e2e|bench)/' } },
    { name: 'contract-imports-nobody', severity: 'error', from: { path: '^contract/' }, to: { path: '^(backend|frontend|e2e|bench)/' } },
    {
      name: 'contract-depends-on-zod-alone',
      severity: 'error',
      from: { path: '^contract/src/' },
      to: { dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'core'], pathNot: '/zod/' },
    },
    ...leftward,
    {
      name: 'features-see-public-files-only',
      severity: 'error',
      from: { path: `${BACKEND}/([^/]+)/`, pathNot: `${BACKEND}/(${BASE.join('|')}|boot)/` },
      to: {
        path: `${BACKEND}/([^/]+)/`,
        pathNot: [`${BACKEND}/$1/`, `${BACKEND}/(${BASE.join('|')}|generated|boot)/`, '\\.(module|service|events)\\.ts$'],
      },
    },
    {
      name: 'only-repositories-touch-the-database',
      severity: 'error',
      from: { path: `${BACKEND}/`, pathNot: `\\.repository\\.ts$|${BACKEND}/(boot|database|generated)/` },
      // The type of a row may be known to the presenter that reads it.
      to: { path: `/node_modules/(@prisma|pg)/|${BACKEND}/generated/`, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'frontend-lib-and-ui-import-nothing',
      severity: 'error',
      from: { path: `${FRONTEND}/(lib|ui)/` },
      to: { path: `${FRONTEND}/(api|realtime|features|app)/` },
    },
    {
      name: 'frontend-api-and-realtime-know-no-feature',
      severity: 'error',
      from: { path: `${FRONTEND}/(api|realtime)/` },
      to: { path: `${FRONTEND}/(features|app)/` },
    },
    { name: 'frontend-features-not-app', severity: 'error', from: { path: `${FRONTEND}/features/` }, to: { path: `${FRONTEND}/app/` } },
    {
      name: 'frontend-features-meet-at-index',
      severity: 'error',
      from: { path: `${FRONTEND}/features/([^/]+)/` },
      to: { path: `${FRONTEND}/features/([^/]+)/`, pathNot: [`${FRONTEND}/features/$1/`, '/features/[^/]+/(components/)?index\\.tsx?$'] },
    },
    // What is loaded when it is needed closes no circle: nobody waits for it.
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['dynamic-import'] } },
    },
    {
      name: 'no-circles-between-folders',
      severity: 'error',
      scope: 'folder',
      from: { path: '^(backend/src|frontend/src/features)/[^/]+$', pathNot: '/generated' },
      to: { circular: true },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules|^backend/src/generated' },
    // Tests see everything; the rules are for what they test.
    exclude: { path: `/dist/|${SPEC}|^backend/test/|^frontend/test/` },
    tsConfig: { fileName: 'frontend/tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js'],
    },
  },
};
