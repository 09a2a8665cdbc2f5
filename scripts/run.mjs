// Development commands: node scripts/run.mjs COMMAND
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { migrate } from './migrate.mjs';
const root = path.resolve(import.meta.dirname, '..');
const [command, ...args] = process.argv.slice(2);
const r = spawnSync(path.join(root, 'backend/node_modules/.bin/tsc'), ['-p', path.join(root, 'backend/tsconfig.build.json')], {
  stdio: 'inherit',
});
process.exitCode = await migrate(command, args);
