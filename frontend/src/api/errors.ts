import type { ErrorCode, Problem } from '@hearth/contract';

/** The server refused: over REST or a socket, with its problem details. */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(readonly problem: Problem) {
    super(problem.detail);
  }

  get code(): ErrorCode {
    return this.problem.code;
  }
}

/** No answer came: no network, or the server is down. */
export class NetworkError extends Error {
  override readonly name = 'NetworkError';
}

export const hasCode = (error: unknown, ...codes: ErrorCode[]): error is ApiError =>
  error instanceof ApiError && codes.includes(error.code);

/** The messages of a refused form by field name: `{ username: 'at least 2 characters' }`. */
export function fieldErrors(error: unknown): Record<string, string> {
  if (!(error instanceof ApiError)) return {};
  const messages: Record<string, string> = {};
  for (const { path, message } of error.problem.errors ?? []) messages[path.replace(/^body\./, '')] ??= message;
  return messages;
}

/** The server has decided: what was asked did not come too fast, nor is the token about to be renewed, nor the server in trouble. */
export function isRefusal(error: unknown): boolean {
  if (!(error instanceof ApiError)) return false;
  const { status } = error.problem;
  return status < 500 && status !== 401 && status !== 429;
}
