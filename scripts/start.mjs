// npm start: from a fresh clone to a server that runs. Plain JavaScript without packages, for Node 20 and newer.
import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { Fault, runMain } from './lib/fault.mjs';
import { withLock } from './lib/lock.mjs';
import { root, serverArguments } from './lib/paths.mjs';
import { openProgress } from './lib/progress.mjs';
import { prepare } from './lib/steps.mjs';
import { openTools } from './lib/tools.mjs';

const OPTIONS = ['--demo'];
/** npm passes a Ctrl-C on that the terminal has sent already; two that come this close together are one. */
const SAME_SIGNAL_MS = 1_000;
const PARENT_CHECK_MS = 500;

await runMain(async () => {
  const options = process.argv.slice(2);
  checkRequest(options);
  process.once('SIGINT', abort).once('SIGTERM', abort);
  endWithNpm();
  const progress = openProgress();
  const tools = await withLock(
    () => progress.line('Waiting for another command that installs or builds in this folder.'),
    async () => {
      const found = await openTools(progress);
      await prepare(found, progress, ['backend', 'frontend']);
      return found;
    },
  );
  process.removeListener('SIGINT', abort).removeListener('SIGTERM', abort);
  return runServer(tools, options);
});

function checkRequest(options) {
  const unknown = options.find((option) => !OPTIONS.includes(option));
  if (unknown) throw new Fault(`npm start does not know ${unknown}: the only option is npm start -- --demo.`);
  try {
    accessSync(root, constants.W_OK);
  } catch {
    throw new Fault(`This user may not write to ${root}: start Hearth as the user whom the folder belongs to.`);
  }
}

/** npm passes a signal on to the shell between it and this process, and that dies of it without a word. */
function endWithNpm() {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, PARENT_CHECK_MS).unref();
}

/** What is under way ends with this process. */
function abort() {
  process.exit(130);
}

/**
 * The server has a process group of its own, so that Ctrl-C reaches it through here, once; and it ends when the channel to this
 * process breaks, however this process ended.
 */
function runServer({ node, env }, options) {
  const server = spawn(node, [...serverArguments(), ...options], {
    cwd: root,
    env,
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  let last = -Infinity;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (Date.now() - last > SAME_SIGNAL_MS) server.kill(signal);
      last = Date.now();
    });
  }
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.once('exit', (code) => resolve(code ?? 1));
  });
}
