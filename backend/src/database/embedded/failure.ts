import { statfsSync } from 'node:fs';
import { StartupError } from '../../config/startup-error.js';

/** One segment of the write-ahead log: with less than this Postgres does not come far, and does not always say why. */
const LEAST_SPACE = 16 * 2 ** 20;

/** Turns what Postgres said before it gave up into a sentence for the person who started Hearth. */
export function explainFailure(folder: string, log: string): StartupError {
  if (/No space left on device|Check free disk space/.test(log) || isFull(folder)) {
    return new StartupError(`The disk that holds ${folder} is full: free some space, then start again.`);
  }
  if (/Permission denied|Read-only file system/.test(log)) {
    return new StartupError(`Postgres cannot write to ${folder}: give this user the folder and all in it, or set DATA_DIR to another one.`);
  }
  const lines = log.split('\n').filter(Boolean);
  const said = lines.find((line) => /FATAL|PANIC|error/i.test(line)) ?? lines.at(-1) ?? 'it said nothing';
  return new StartupError(`Postgres could not start in ${folder}; restore the folder from a backup if this stays: ${said.trim()}`);
}

function isFull(folder: string): boolean {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize < LEAST_SPACE;
}
