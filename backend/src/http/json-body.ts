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

const readerOf = (limit: number): RequestHandler => json({ limit, reviver: keepLargeIntegers });

interface LargeRoute {
  method: string;
  path: RegExp;
  read: RequestHandler;
}

const largeRoutes = (): LargeRoute[] =>
  Object.values<Route>(routes).flatMap(({ method, path, bodyBytes }) =>
    bodyBytes === undefined
      ? []
      : [{ method, path: new RegExp(`^/api/v1${path.replaceAll(/:\w+/g, '[^/]+')}/?$`, 'i'), read: readerOf(bodyBytes) }],
  );

/** What is no larger than a frame of the socket, but for routes that say that they take more. */
export function jsonBody(): RequestHandler {
  const small = readerOf(limits.frameBytes);
  const large = largeRoutes();
  return (request, response, next) => {
    const found = large.find(({ method, path }) => method === request.method && path.test(request.path));
    (found?.read ?? small)(request, response, next);
  };
}
