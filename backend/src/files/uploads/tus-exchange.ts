import { Readable } from 'node:stream';
import type { ErrorCode } from '@hearth/contract';
import type { Request as HttpRequest, Response as HttpResponse } from 'express';
import { ProblemError } from '../../http/problem.js';

const WITH_BODY = new Set(['POST', 'PATCH']);
/** That count bytes. tus takes `1e+21` for a number, and for 1 of them. */
const COUNTS = ['upload-length', 'upload-offset'];
/** What is ours to say, not that of tus: everything here is of one origin. */
const LEFT_OUT = /^(access-control-|content-)/;

const CODES: Partial<Record<number, ErrorCode>> = {
  404: 'NOT_FOUND',
  409: 'CONFLICT',
  410: 'NOT_FOUND',
  413: 'PAYLOAD_TOO_LARGE',
  500: 'UNAVAILABLE',
};
/** That the newer connection goes on with an upload: whoever hears it looks where it stands. */
const TAKEN_OVER = 'Request aborted due to lock acquired';

/**
 * A request as tus takes it, with the body on its way. tus takes what follows the last slash of an address for the upload that is meant, in
 * what follows a question mark too: it is told that address alone about which the caller was asked.
 *
 * @throws VALIDATION for a number of bytes that is none
 */
export function tusRequest(request: HttpRequest, path: string): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) if (typeof value === 'string') headers.set(name, value);
  for (const name of COUNTS) requireDigits(headers, name);
  const body = WITH_BODY.has(request.method) ? (Readable.toWeb(request) as ReadableStream<Uint8Array>) : null;
  return new Request(new URL(path, 'http://localhost'), {
    method: request.method,
    headers,
    body,
    ...(body && { duplex: 'half' }),
  });
}

function requireDigits(headers: Headers, name: string): void {
  const value = headers.get(name);
  if (value !== null && !/^\d+$/.test(value)) throw new ProblemError('VALIDATION', { detail: `${name} is a number of bytes, in digits` });
}

/** Says what tus says in the headers of an answer. @throws ProblemError for a refusal */
export async function passOn(answer: Response, response: HttpResponse): Promise<void> {
  for (const [name, value] of answer.headers) if (!LEFT_OUT.test(name)) response.setHeader(name, value);
  if (!answer.ok) throw refusal(answer.status, (await answer.text()).trim());
}

function refusal(status: number, detail: string): ProblemError {
  if (detail === TAKEN_OVER) return new ProblemError('CONFLICT', { detail: 'Another connection goes on with this upload' });
  const code = CODES[status] ?? 'VALIDATION';
  return new ProblemError(code, { ...(detail && { detail }), ...(code === 'UNAVAILABLE' && { retryAfter: 1 }) });
}
