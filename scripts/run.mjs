// Development commands: node scripts/run.mjs COMMAND
import { Fault, runMain } from './lib/fault.mjs';
import { withLock } from './lib/lock.mjs';
import { packageBin, root, serverArguments } from './lib/paths.mjs';
import { openProgress } from './lib/progress.mjs';
import { run } from './lib/run.mjs';
import { prepare } from './lib/steps.mjs';
import { openTools } from './lib/tools.mjs';

const migrate = (action) => ({ steps: ['backend'], programs: () => [['scripts/migrate.mjs', action]] });
const watch = (workspace) => [
  packageBin(workspace, 'typescript', 'tsc'),
  '-p',
  `${workspace}/tsconfig.build.json`,
  '--watch',
  '--preserveWatchOutput',
];

/** The programs run side by side under the project's Node, after the steps. */
const commands = {
  build: { steps: ['backend', 'frontend'], programs: () => [] },
  generate: { steps: ['client'], programs: () => [] },
  format: { steps: ['packages'], programs: () => [[packageBin('.', 'prettier'), '--write', '.']] },
  bench: { steps: ['backend', 'frontend'], programs: () => [['bench/src/main.ts']] },
  dev: {
    steps: ['backend', 'frontend'],
    programs: () => [
      watch('contract'),
      watch('backend'),
      ['--watch-path', 'backend/dist', ...serverArguments()],
      [packageBin('frontend', 'vite'), 'frontend', '--config', 'frontend/vite.config.ts'],
    ],
  },
  'migrate:create': migrate('create'),
  'migrate:status': migrate('status'),
  'migrate:drift': migrate('drift'),
};

await runMain(async () => {
  const [name, ...args] = process.argv.slice(2);
  const command = commands[name];
  if (!command) throw new Fault(`node scripts/run.mjs knows these commands: ${Object.keys(commands).join(', ')}.`);
  const progress = openProgress();
  const tools = await withLock(
    () => progress.line('Waiting for another command that installs or builds in this folder.'),
    async () => {
      const found = await openTools(progress);
      await prepare(found, progress, command.steps);
      return found;
    },
  );
  const results = command.programs().map((program) => run([tools.node, ...program, ...args], { env: tools.env, cwd: root, inherit: true }));
  const codes = (await Promise.all(results)).map(({ code }) => code);
  return Math.max(0, ...codes);
});
