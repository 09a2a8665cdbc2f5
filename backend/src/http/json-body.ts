import { json, type RequestHandler } from 'express';
import { limits, routes, type Route } from '@hearth/contract';

interface ReviverContext {
  source?: string;
}

/** Clients that write snowflakes as JSON numbers would lose their last digits: whole numbers beyond 2^53 stay text. */
export function keepLargeIntegers(_key: string, value: unknown, context?: ReviverContext): unknown {
  if (typeof value !== 'number' || Number.isSafeInteger(value)) return value;
  return context?.source !== undefined && /^-?\d+$/.test(context.source) ? context.source : value;
}

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

/**
 * What is no larger than a frame of the socket, but for routes that say that they take more, from those who are signed in: of others nothing
 * is read there, and they are refused as everywhere.
 */
export function jsonBody(authenticate: (accessToken: string) => Promise<unknown>): RequestHandler {
  const small = json({ limit: limits.frameBytes, reviver: keepLargeIntegers });
  const large = largeRoutes();
  return (request, response, next) => {
    const found = large.find(({ method, path }) => method === request.method && path.test(request.path));
    if (!found) return small(request, response, next);
    const [, accessToken = ''] = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '') ?? [];
    authenticate(accessToken).then(
      () => found.read(request, response, next),
      () => next(),
    );
  };
}
