import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { root } from './paths.mjs';

const keeper = fileURLToPath(new URL('keeper.mjs', import.meta.url));

/**
 * Runs a program to its end. It ends with this process, and so does what it started.
 * @param {string[]} command program and arguments
 * @param {{ env: NodeJS.ProcessEnv, cwd?: string, inherit?: boolean }} options `inherit`: shows the output rather than return it
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(command, { env, cwd = root, inherit = false }) {
  const stdio = inherit ? 'inherit' : 'pipe';
  const child = spawn(process.execPath, [keeper, ...command], { cwd, env, detached: true, stdio: ['ignore', stdio, stdio, 'ipc'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
