import { accessSync, constants } from 'node:fs';
import path from 'node:path';

/** The absolute path of a program that is on the PATH, or is given by its own path; undefined where it cannot be run. */
export function findProgram(name: string): string | undefined {
  const folders = path.basename(name) === name ? (process.env['PATH'] ?? '').split(path.delimiter) : [''];
  const suffix = process.platform === 'win32' && path.extname(name) === '' ? '.exe' : '';
  return folders.map((folder) => path.resolve(folder, `${name}${suffix}`)).find(isProgram);
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
