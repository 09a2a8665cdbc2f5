import { errorCode } from './error-code.js';
import { StartupError } from './startup-error.js';

/** Turns the system's refusal to read or write `target` into a sentence; undefined if the error is of another kind. */
export function explainFileFault(error: unknown, target: string): StartupError | undefined {
  switch (errorCode(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new StartupError(`The disk that holds ${target} is full: free some space, then start again.`, { cause: error });
    case 'EACCES':
    case 'EPERM':
      return new StartupError(`This user may not write to ${target}: give it the right to, or set DATA_DIR to another folder.`, {
        cause: error,
      });
    case 'EROFS':
      return new StartupError(`${target} is on a disk that cannot be written to: set DATA_DIR to a folder on another one.`, {
        cause: error,
      });
    case 'ENOENT':
      return new StartupError(`${target} cannot be made: set DATA_DIR to another folder.`, { cause: error });
    case 'ENOTDIR':
    case 'EEXIST':
      return new StartupError(`${target} is not a folder: set DATA_DIR to one.`, { cause: error });
    default:
      return undefined;
  }
}
