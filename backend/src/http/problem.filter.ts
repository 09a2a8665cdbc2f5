import { Catch, HttpException, Injectable, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { ErrorCode } from '@hearth/contract';
import type { Request, Response } from 'express';
import { PinoLogger } from 'nestjs-pino';
import { isUnreachable } from '../database/database-errors.js';
import { ProblemError } from './problem.js';
import { requestIdOf } from './request-id.js';

const codesByStatus: Partial<Record<number, ErrorCode>> = {
  400: 'VALIDATION',
  401: 'UNAUTHENTICATED',
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_ALLOWED',
  413: 'PAYLOAD_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
};

/** Whatever was thrown as a refusal in the contract's words; undefined for a fault of ours. */
export function asProblem(thrown: unknown): ProblemError | undefined {
  if (thrown instanceof ProblemError) return thrown;
  if (isUnreachable(thrown)) return new ProblemError('UNAVAILABLE', { detail: 'The database does not answer', retryAfter: 1 });
  const code = codesByStatus[statusOf(thrown) ?? 0];
  if (!code) return undefined;
  return new ProblemError(code, code === 'VALIDATION' ? { detail: 'The body is not valid JSON' } : {});
}

// Nest's own exceptions and those of the body parser (http-errors) carry a status.
function statusOf(thrown: unknown): number | undefined {
  if (thrown instanceof HttpException) return thrown.getStatus();
  const { expose, status } = (typeof thrown === 'object' && thrown !== null ? thrown : {}) as { expose?: unknown; status?: unknown };
  return expose === true ? Number(status) : undefined;
}

@Catch()
@Injectable()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: PinoLogger) {
    logger.setContext('http');
  }

  catch(thrown: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    const request = host.switchToHttp().getRequest<Request>();
    const problem = asProblem(thrown);
    if (!problem) this.logger.error({ err: thrown, requestId: requestIdOf(request) }, 'request failed');
    sendProblem(response, (problem ?? new ProblemError('INTERNAL')).toProblem(requestIdOf(request)));
  }
}

export function sendProblem(response: Response, problem: ReturnType<ProblemError['toProblem']>): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  if (problem.retryAfter !== undefined) response.setHeader('Retry-After', Math.ceil(problem.retryAfter));
  response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
}
