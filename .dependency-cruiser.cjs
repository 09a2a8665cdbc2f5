// Who may import whom. scripts/test/imports.test.mjs plants a fault against each rule and checks that it is found.

const B = '^backend/src';
const F = '^frontend/src';

/** What everything else of the backend stands on, and what decides who may do what. All other folders are features. */
const BASE = 'config|database|cluster|formats|http|jobs|realtime';
const NOT_FEATURES = `${BASE}|permissions|boot|generated`;
const backendFeature = `${B}/(?!(?:${NOT_FEATURES})/)([^/]+)/`;

const forbid = (name, comment, from, to, more = {}) => ({ name, comment, severity: 'error', from, to, ...more });

const sides = [
  forbid('frontend-not-backend', 'The app knows the contract, not the server.', { path: '^frontend/' }, { path: '^backend/' }),
  forbid('backend-not-frontend', 'The server knows the contract, not the app.', { path: '^backend/' }, { path: '^frontend/' }),
  forbid(
    'contract-alone',
    'The contract depends on zod and nothing else.',
    { path: '^contract/src' },
    { pathNot: ['^contract/src', '(^|/)node_modules/zod/'] },
  ),
];

const backend = [
  forbid('config-first', 'Configuration depends on nothing of ours.', { path: `${B}/config/` }, { path: `${B}/(?!config/)` }),
  forbid(
    'base-below-permissions-and-features',
    `The folders ${BASE.replaceAll('|', ', ')} know no permissions and no feature.`,
    { path: `${B}/(${BASE})/` },
    { path: B, pathNot: `${B}/(${BASE}|generated)/` },
  ),
  forbid(
    'permissions-below-features',
    'Permissions know no feature.',
    { path: `${B}/permissions/` },
    { path: B, pathNot: `${B}/(${BASE}|permissions|generated)/` },
  ),
  forbid(
    'features-below-composition',
    'What puts the parts together (boot, app.ts, app.module.ts, main.ts) is known to nobody.',
    { path: `${B}/(?!boot/)[^/]+/` },
    { path: [`${B}/boot/`, `${B}/(app|app\\.module|main)\\.ts$`] },
  ),
  forbid(
    'backend-feature-fronts',
    "A feature sees another's module, service or events only.",
    { path: backendFeature },
    { path: backendFeature, pathNot: [`${B}/$1/`, '\\.(module|service|events)\\.ts$'] },
  ),
  forbid(
    'database-in-repositories',
    'Only *.repository.ts and database/ touch Prisma or Postgres.',
    { path: B, pathNot: [`${B}/(database|generated)/`, '\\.repository\\.ts$'] },
    { path: [`${B}/generated/`, '(^|/)node_modules/(@prisma|pg)/'] },
  ),
];

const frontend = [
  forbid(
    'base-below-transport',
    'lib, ui and styles know nothing of the server, of features or of the app.',
    { path: `${F}/(lib|ui|styles)/` },
    { path: `${F}/(api|realtime|i18n|features|app|gallery)/` },
  ),
  forbid(
    'transport-below-features',
    'api, realtime and i18n know no feature and not the app.',
    { path: `${F}/(api|realtime|i18n)/` },
    { path: `${F}/(features|app|gallery)/` },
  ),
  forbid('features-below-app', 'A feature does not know the app around it.', { path: `${F}/features/` }, { path: `${F}/(app|gallery)/` }),
  forbid(
    'frontend-feature-fronts',
    'Features meet through their index.ts.',
    { path: `${F}/features/([^/]+)/` },
    { path: `${F}/features/([^/]+)/`, pathNot: [`${F}/features/$1/`, '/index\\.ts$'] },
  ),
  forbid(
    'app-through-fronts',
    'The app sees features through their index.ts, too.',
    { path: `${F}/app/` },
    { path: `${F}/features/`, pathNot: '/index\\.ts$' },
  ),
];

const circles = [
  forbid(
    'no-circles',
    'Files do not import each other in a circle. What is loaded later, on demand, closes none.',
    {},
    { circular: true, viaOnly: { dependencyTypesNot: ['dynamic-import'] } },
  ),
  forbid(
    'no-folder-circles',
    'Neither do folders.',
    { path: '^(backend/src|frontend/src|frontend/src/features)/[^/]+$' },
    { circular: true },
    { scope: 'folder' },
  ),
];

module.exports = {
  forbidden: [...sides, ...backend, ...frontend, ...circles],
  options: {
    doNotFollow: { path: ['node_modules', '/generated/'] },
    exclude: { path: ['(^|/)dist/', '\\.spec\\.tsx?$', '^(backend|frontend)/test/'] },
    tsPreCompilationDeps: true,
    // Its paths hold for all: `@/` and the sources of the contract.
    tsConfig: { fileName: 'frontend/tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
};
