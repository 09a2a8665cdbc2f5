// Runs a program in a process group of its own, and ends the whole group when the process that asked for it is gone, however
// that ended: node keeper.mjs PROGRAM ARGUMENT...
import { spawn } from 'node:child_process';

const [program, ...args] = process.argv.slice(2);
const child = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit'] });

child.once('error', (error) => {
  process.stderr.write(`${program}: ${error.message}\n`);
  process.exit(127);
});
child.once('exit', (code) => process.exit(code ?? 1));
process.once('disconnect', () => process.kill(-process.pid, 'SIGKILL'));
