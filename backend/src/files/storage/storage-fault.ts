import { errorCode } from '../../config/error-code.js';
import { ProblemError } from '../../http/problem.js';

export const storageUnavailable = (detail: string): ProblemError => new ProblemError('UNAVAILABLE', { detail });

/** What the system says about a folder, as a refusal where that is no fault of ours. */
export function asFolderFault(fault: unknown): unknown {
  const code = errorCode(fault);
  if (code === 'ENOSPC' || code === 'EDQUOT') return storageUnavailable('The storage is full');
  return fault;
}
