import { StartupError } from '../../config/startup-error.js';

/** Turns what Postgres said before it gave up into a sentence for the person who started Hearth. */
export function explainFailure(folder: string, log: string): StartupError {
  if (/No space left on device|could not resize shared memory/.test(log)) {
    return new StartupError(`The disk that holds ${folder} is full: free some space, then start again.`);
  }
  if (/Permission denied|Read-only file system/.test(log)) {
    return new StartupError(`Postgres cannot write to ${folder}: give this user the folder and all in it, or set DATA_DIR to another one.`);
  }
  const lines = log.split('\n').filter(Boolean);
  const said = lines.findLast((line) => /FATAL|PANIC|error/i.test(line)) ?? lines.at(-1) ?? 'it said nothing';
  return new StartupError(`Postgres could not start in ${folder}; restore the folder from a backup if this stays: ${said.trim()}`);
}
