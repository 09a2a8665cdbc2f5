import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isRunning, processCommand, signal } from './processes.js';

const PATIENCE_MS = 20_000;

/**
 * Clears what an earlier Hearth that was killed left behind. Only for a folder whose lock is held: then a Postgres that still
 * runs on it has lost its Hearth and is asked to end.
 */
export async function clearLeftovers(data: string): Promise<void> {
  const file = path.join(data, 'postmaster.pid');
  if (!existsSync(file)) return;
  const [first = '', ...rest] = readFileSync(file, 'utf8').split('\n');
  const pid = Number(first);
  if (!Number.isInteger(pid) || pid <= 0 || !isRunning(pid)) return;
  if (processCommand(pid)?.includes(data)) await endOrphan(pid);
  else disownPid(file, rest);
}

async function endOrphan(pid: number): Promise<void> {
  for (const name of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    signal(pid, name);
    for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline; await sleep(20)) {
      if (!isRunning(pid)) return;
    }
  }
}

/**
 * After a power cut the number in the file may belong to some other program by now, and Postgres would refuse to start. It takes
 * its own parent's number for stale, and still checks that no process is attached to the old shared memory, which it
 * would not do if the file were deleted.
 */
function disownPid(file: string, rest: string[]): void {
  writeFileSync(file, [String(process.pid), ...rest].join('\n'));
}
