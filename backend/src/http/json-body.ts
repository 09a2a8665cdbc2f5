import { json, type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import { limits, routes, type Route } from '@hearth/contract';
import { ProblemError } from './problem.js';

interface ReviverContext {
  source?: string;
}

/** Clients that write snowflakes as JSON numbers would lose their last digits: whole numbers beyond 2^53 stay text. */
export function keepLargeIntegers(_key: string, value: unknown, context?: ReviverContext): unknown {
  if (typeof value !== 'number' || Number.isSafeInteger(value)) return value;
  return context?.source !== undefined && /^-?\d+$/.test(context.source) ? context.source : value;
}

const [COMMA, BRACKET, BRACE] = Buffer.from(',[{');

/**
 * Whether it may hold more values than any request needs, by the signs that stand before each but the first. Those within texts count too:
 * to know them apart is to read it. Reading a value takes as long as a hundred characters of a text.
 */
export function hasTooManyValues(body: Uint8Array): boolean {
  let count = 0;
  for (let at = 0; at < body.length && count <= limits.bodyValues; at += 1) {
    const sign = body[at];
    if (sign === COMMA || sign === BRACKET || sign === BRACE) count += 1;
  }
  return count > limits.bodyValues;
}

/** What is refused before it is read; the parser makes errors of its own of whatever is thrown. */
class Refused extends Error {
  constructor(readonly problem: ProblemError) {
    super(problem.message);
  }
}

function requireReadable(_request: unknown, _response: unknown, body: Buffer, encoding: string): void {
  // Signs of other encodings cannot be counted, and JSON has but this one (RFC 8259).
  if (encoding !== 'utf-8') throw new Refused(new ProblemError('UNSUPPORTED_MEDIA_TYPE', { detail: 'JSON is UTF-8' }));
  if (!hasTooManyValues(body)) return;
  throw new Refused(new ProblemError('PAYLOAD_TOO_LARGE', { detail: `A body may have ${limits.bodyValues} values` }));
}

function readerOf(limit: number): RequestHandler {
  const read = json({ limit, reviver: keepLargeIntegers, verify: requireReadable });
  return (request: Request, response: Response, next: NextFunction) =>
    read(request, response, (fault?: unknown) => (fault instanceof Refused ? next(fault.problem) : next(fault)));
}

interface LargeRoute {
  method: string;
  path: RegExp;
  read: RequestHandler;
}

const largeRoutes = (): LargeRoute[] =>
  Object.values<Route>(routes).flatMap(({ method, path, bodyBytes: limit }) =>
    limit === undefined
      ? []
      : [{ method, path: new RegExp(`^/api/v1${path.replaceAll(/:\w+/g, '[^/]+')}/?$`, 'i'), read: readerOf(limit) }],
  );

/**
 * Reads what is no larger than a frame of the socket, but for routes that say that they take more: those read nothing of whoever is not signed in.
 */
export function jsonBody(authenticate: (accessToken: string) => Promise<unknown>): RequestHandler {
  const small = readerOf(limits.frameBytes);
  const large = largeRoutes();
  return (request, response, next) => {
    const found = large.find(({ method, path }) => method === request.method && path.test(request.path));
    if (!found) {
      void small(request, response, next);
      return;
    }
    const [, accessToken = ''] = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '') ?? [];
    authenticate(accessToken).then(
      () => found.read(request, response, next),
      () => next(),
    );
  };
}
