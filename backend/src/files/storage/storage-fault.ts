import { errorCode } from '../../config/error-code.js';
import { ProblemError } from '../../http/problem.js';

/** Seconds after which it may be there again, and after which somebody may have made room. */
const AWAY = 5;
const FULL = 60;

export const storageUnavailable = (detail: string, retryAfter = AWAY): ProblemError =>
  new ProblemError('UNAVAILABLE', { detail, retryAfter });

/** What the system says about a folder, as a refusal where that is no fault of ours: of that, `warn` hears. */
export function asFolderFault(fault: unknown, warn: (fault: unknown, what: string) => void): unknown {
  const code = errorCode(fault);
  if (code !== 'ENOSPC' && code !== 'EDQUOT') return fault;
  warn(fault, 'the folder of files is full');
  return storageUnavailable('The storage is full', FULL);
}
