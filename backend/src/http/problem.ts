import { errorCodes, type ErrorCode, type Problem } from '@hearth/contract';
import type * as z from 'zod';

export interface ProblemDetails {
  /** One sentence for a person; the code's title if left out. */
  detail?: string;
  errors?: Problem['errors'];
  /** Seconds. */
  retryAfter?: number;
}

/** A refusal that the caller is told about, over either transport. Anything else that is thrown is INTERNAL and logged. */
export class ProblemError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly details: ProblemDetails = {},
  ) {
    super(details.detail ?? errorCodes[code][1]);
    this.name = 'ProblemError';
  }

  get status(): number {
    return errorCodes[this.code][0];
  }

  toProblem(requestId: string): Problem {
    const { errors, retryAfter } = this.details;
    return {
      type: `urn:hearth:problem:${this.code}`,
      title: errorCodes[this.code][1],
      status: this.status,
      code: this.code,
      detail: this.message,
      ...(errors && { errors }),
      ...(retryAfter !== undefined && { retryAfter }),
      requestId,
    };
  }
}

const MAX_LISTED = 20;

/** @param part where the input came from: the first step of each path */
function validationProblem(part: string, error: z.core.$ZodError): ProblemError {
  const errors = error.issues
    .slice(0, MAX_LISTED)
    .map((issue) => ({ path: [part, ...issue.path.map(String)].join('.'), message: issue.message }));
  const detail = errors[0] ? `${errors[0].path}: ${errors[0].message}` : undefined;
  return new ProblemError('VALIDATION', { ...(detail && { detail }), errors });
}

/** Parses what came from outside, or refuses it with VALIDATION. */
export function parseInput<S extends z.ZodType>(schema: S, part: string, value: unknown): z.output<S> {
  const result = schema.safeParse(value);
  if (!result.success) throw validationProblem(part, result.error);
  return result.data;
}
