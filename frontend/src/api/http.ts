import type { Problem } from '@hearth/contract';
import { ApiError, NetworkError } from './errors';

export interface HttpRequest {
  method: string;
  /** Path and query, from `/api/v1` on. */
  url: string;
  token: string | null;
  body?: unknown;
}

/** Sends one request. Rejects with ApiError or NetworkError, nothing else. */
export type Http = (request: HttpRequest) => Promise<unknown>;

const TIMEOUT = 30_000;
/** A slow line, in bytes a millisecond: what is sent over it takes its time. */
const SLOW = 16;

const isProblem = (value: unknown): value is Problem =>
  typeof value === 'object' && value !== null && 'code' in value && 'status' in value && 'detail' in value;

/** For whoever reads the logs of both sides: the server's logs carry the same id. */
const newRequestId = () => crypto.randomUUID();

function headersOf({ token, body }: HttpRequest, requestId: string): Headers {
  const headers = new Headers({ accept: 'application/json', 'x-request-id': requestId });
  if (token !== null) headers.set('authorization', `Bearer ${token}`);
  if (body !== undefined) headers.set('content-type', 'application/json');
  return headers;
}

async function readJson(response: Response): Promise<unknown> {
  const text = await response.text();
  return text === '' ? undefined : (JSON.parse(text) as unknown);
}

export const http: Http = async (request) => {
  const requestId = newRequestId();
  let status: number;
  let data: unknown;
  const body = request.body === undefined ? null : JSON.stringify(request.body);
  try {
    const response = await fetch(request.url, {
      method: request.method,
      headers: headersOf(request, requestId),
      body,
      credentials: 'same-origin',
      cache: 'no-store',
      signal: AbortSignal.timeout(TIMEOUT + Math.round((body?.length ?? 0) / SLOW)),
    });
    status = response.status;
    data = await readJson(response);
  } catch (error) {
    // Also an answer that is not JSON: a proxy's page stands in for the server.
    throw new NetworkError('The server cannot be reached', { cause: error });
  }
  if (isProblem(data)) throw new ApiError(data);
  if (status >= 400) throw new NetworkError(`The server cannot be reached: ${status}`);
  return data;
};
