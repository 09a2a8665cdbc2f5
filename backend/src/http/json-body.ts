import { json, type Request, type RequestHandler } from 'express';
import { limits, routes, type Route } from '@hearth/contract';

interface ReviverContext {
  source?: string;
}

/** Clients that write snowflakes as JSON numbers would lose their last digits: whole numbers beyond 2^53 stay text. */
export function keepLargeIntegers(_key: string, value: unknown, context?: ReviverContext): unknown {
  if (typeof value !== 'number' || Number.isSafeInteger(value)) return value;
  return context?.source !== undefined && /^-?\d+$/.test(context.source) ? context.source : value;
}

const readerOf = (limit: number): RequestHandler => json({ limit, reviver: keepLargeIntegers });

interface LargeRoute {
  method: string;
  path: RegExp;
  read: RequestHandler;
}

/** There are no ids in them. Looking at each of millions of values would hold up everybody for seconds. */
const largeRoutes = (): LargeRoute[] =>
  Object.values<Route>(routes).flatMap(({ method, path, bodyBytes: limit }) =>
    limit === undefined
      ? []
      : [{ method, path: new RegExp(`^/api/v1${path.replaceAll(/:\w+/g, '[^/]+')}/?$`, 'i'), read: json({ limit }) }],
  );

/** Bytes of what is read before it is known who sends it: the more values, the longer it holds up everybody. */
const FROM_ANYBODY = 64 * 1_024;

const sizeOf = ({ headers }: Request): number =>
  headers['transfer-encoding'] === undefined ? Number(headers['content-length'] ?? 0) : Infinity;

/**
 * What is no larger than a frame of the socket, but for routes that say that they take more. From those who are not signed in little is read,
 * and there nothing.
 */
export function jsonBody(authenticate: (accessToken: string) => Promise<unknown>): RequestHandler {
  const [little, small] = [readerOf(FROM_ANYBODY), readerOf(limits.frameBytes)];
  const large = largeRoutes();
  return (request, response, next) => {
    const found = large.find(({ method, path }) => method === request.method && path.test(request.path));
    if (!found && sizeOf(request) <= FROM_ANYBODY) {
      void little(request, response, next);
      return;
    }
    const [, accessToken = ''] = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '') ?? [];
    authenticate(accessToken).then(
      () => (found?.read ?? small)(request, response, next),
      () => (found ? next() : little(request, response, next)),
    );
  };
}
