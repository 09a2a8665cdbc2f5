import { mkdtempSync, readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Lifecycle } from './process/lifecycle.ts';

const NAME = /^hearth-bench-(\d+)-/;

/** A temporary folder that goes with this run. What runs left behind that were killed goes now. */
export async function openWorkFolder(lifecycle: Lifecycle): Promise<string> {
  for (const name of readdirSync(tmpdir())) {
    const [, runner] = NAME.exec(name) ?? [];
    if (runner && !isRunning(Number(runner))) await remove(path.join(tmpdir(), name));
  }
  const folder = mkdtempSync(path.join(tmpdir(), `hearth-bench-${process.pid}-`));
  lifecycle.defer(() => remove(folder));
  return folder;
}

const remove = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true });

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Somebody else's process.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
