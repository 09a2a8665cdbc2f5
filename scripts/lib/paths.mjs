import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the clone. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');
/** Everything in here can be deleted at any time and is made again. */
export const cacheFolder = path.join(root, '.cache');

export const fromRoot = (...parts) => path.join(root, ...parts);

/** The file behind a command of an installed package: `packageBin('backend', 'prisma')`. */
export function packageBin(workspace, packageName, command = packageName) {
  const folder = fromRoot(workspace, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  return path.join(folder, typeof bin === 'string' ? bin : bin[command]);
}

/** The arguments with which Node runs the built server. What is set in the environment wins over what `.env` says. */
export function serverArguments() {
  const settings = fromRoot('.env');
  return [...(existsSync(settings) ? [`--env-file=${settings}`] : []), fromRoot('backend/dist/main.js')];
}
