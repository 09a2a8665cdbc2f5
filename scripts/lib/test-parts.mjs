import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { cacheFolder, fromRoot, packageBin } from './paths.mjs';
import { countJest, countPlaywright, countTap } from './test-reports.mjs';

const reports = path.join(cacheFolder, 'reports');
const WORKERS = '2';
const IMPORTS_TEST = 'imports.test.mjs';

/** Where a runner writes its report; that of an earlier run is removed, so that it is not taken for this one's. */
function reportFile(name) {
  mkdirSync(reports, { recursive: true });
  const file = path.join(reports, name);
  rmSync(file, { force: true });
  return file;
}

/** A tool that passes or not: counted as one test. */
const check = (workspace, packageName, command, ...args) => ({ command: () => [packageBin(workspace, packageName, command), ...args] });

const checkTypes = (workspace) => check(workspace, 'typescript', 'tsc', '-p', `${workspace}/tsconfig.json`);

/** `chosen`: the projects for a person who says which tests they want. */
function jest(name, projects, chosen = projects) {
  let report;
  return {
    takesArguments: true,
    command: (isChosen) => {
      report = reportFile(`${name}.json`);
      // Projects first: what stands last may be followed by a person's own arguments.
      const options = ['--projects', ...(isChosen ? chosen : projects), '--json', `--outputFile=${report}`, '--maxWorkers', WORKERS];
      return ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', packageBin('backend', 'jest'), ...options];
    },
    count: () => countJest(report),
  };
}

function nodeTest(name, ...files) {
  let report;
  return {
    command: () => {
      report = reportFile(`${name}.tap`);
      const toTerminal = ['--test-reporter=spec', '--test-reporter-destination=stdout'];
      return ['--test', ...toTerminal, '--test-reporter=tap', `--test-reporter-destination=${report}`, ...files];
    },
    count: () => countTap(report),
  };
}

function scriptTests() {
  const tests = readdirSync(fromRoot('scripts/test')).filter((name) => name !== IMPORTS_TEST);
  return tests.map((name) => `scripts/test/${name}`);
}

function playwright() {
  let report;
  return {
    takesArguments: true,
    command: () => {
      report = reportFile('e2e.json');
      return [packageBin('e2e', '@playwright/test', 'playwright'), 'test', '--config', 'e2e', '--reporter', 'list,json'];
    },
    env: () => ({ PLAYWRIGHT_JSON_OUTPUT_FILE: report }),
    count: () => countPlaywright(report),
  };
}

/**
 * What `npm test` consists of. `steps`: what has to be built before; `programs`: what it needs beyond npm; `alone`: whether the other
 * parts must not disturb its timing.
 */
export const parts = {
  format: { steps: ['packages'], runs: [check('.', 'prettier', 'prettier', '--check', '.')] },
  lint: { steps: ['client', 'contract'], runs: [check('.', 'eslint', 'eslint', '.', '--max-warnings', '0'), check('.', 'oxlint')] },
  types: {
    steps: ['backend'],
    runs: [...['contract', 'backend', 'frontend', 'e2e', 'bench'].map(checkTypes), { command: () => ['scripts/migrate.mjs', 'drift'] }],
  },
  imports: {
    steps: ['client', 'contract'],
    runs: [
      check('.', 'dependency-cruiser', 'depcruise', '--config', '.dependency-cruiser.cjs', 'backend/src', 'contract/src', 'frontend/src'),
      nodeTest('imports', `scripts/test/${IMPORTS_TEST}`),
    ],
  },
  dead: { steps: ['client', 'contract'], runs: [check('.', 'knip', 'knip')] },
  unit: { steps: ['client', 'contract'], runs: [jest('unit', ['contract', 'backend', 'frontend']), nodeTest('scripts', ...scriptTests())] },
  medium: {
    steps: ['backend'],
    programs: ['redis', 'swift', 'ffmpeg', 'clamd'],
    alone: true,
    runs: [
      jest(
        'medium',
        ['backend/jest.together.config.mjs', 'frontend/jest.medium.config.mjs'],
        ['backend/jest.medium.config.mjs', 'frontend/jest.medium.config.mjs'],
      ),
    ],
  },
  e2e: { steps: ['backend', 'frontend', 'gallery'], programs: ['chromium', 'ffmpeg'], alone: true, runs: [playwright()] },
};
