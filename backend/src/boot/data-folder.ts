import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { explainFileFault } from '../config/file-fault.js';

/** Makes the data folder, or finds out now rather than in the middle of the start that it cannot be written to. */
export function prepareDataFolder(folder: string): void {
  const probe = path.join(folder, `.write-test-${process.pid}`);
  try {
    makeFolder(folder);
    writeFileSync(probe, Buffer.alloc(4096));
    rmSync(probe);
  } catch (error) {
    throw explainFileFault(error, folder) ?? error;
  }
}

/** Node's own recursive mode never returns for a folder under /proc. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  const parent = path.dirname(folder);
  if (parent !== folder) makeFolder(parent);
  mkdirSync(folder, { mode: 0o700 });
}
