import * as z from 'zod';
import type { ErrorCode } from './errors.js';
import type { RateLimitName } from './limits.js';

/** One REST route: the server's validation and serialisation, the OpenAPI document and the client's types come from it. */
export interface Route {
  method: 'GET' | 'HEAD' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Under `/api/v1`, parameters as `:name`. */
  path: `/${string}`;
  tag: string;
  summary: string;
  /**
   * `public` needs no access token, `optional` looks at one that is sent, `file` takes the cookie of files instead of one, `admin` takes an
   * admin of the installation. Default: a signed-in user.
   */
  auth?: 'public' | 'optional' | 'file' | 'user' | 'admin';
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  response: z.ZodType;
  /** Default: 201 for POST, 204 for an empty response, else 200. */
  status?: 200 | 201 | 202 | 204;
  /** What a call of it is counted as, if not as one of all. */
  limit?: RateLimitName;
  /** Bytes of JSON that it takes, where that is more than others do. */
  bodyBytes?: number;
  /** What it answers beside VALIDATION, UNAUTHENTICATED, RATE_LIMITED and INTERNAL, and for an admin's route MISSING_PERMISSION. */
  errors?: readonly ErrorCode[];
}

type Part = 'params' | 'query' | 'body';

/** What a handler receives: parsed params, query and body. */
export type Input<R extends Route> = {
  [K in Part as R[K] extends z.ZodType ? K : never]: R[K] extends z.ZodType ? z.output<R[K]> : never;
};

type QueryInput<R extends Route> = R['query'] extends z.ZodType ? z.input<R['query']> : never;
/** `query`, where nothing in it is needed. */
type Omissible<R extends Route> = [QueryInput<R>] extends [never] ? never : Partial<QueryInput<R>> extends QueryInput<R> ? 'query' : never;

/** What a caller sends. Query parts with defaults may be left out, and a query of nothing else as a whole. */
export type Request<R extends Route> = {
  [K in Exclude<Part, Omissible<R>> as R[K] extends z.ZodType ? K : never]: R[K] extends z.ZodType ? z.input<R[K]> : never;
} & { [K in Omissible<R>]?: QueryInput<R> };

export type Response<R extends Route> = z.output<R['response']>;

/** Answers 204. */
export const noContent = z.undefined();

/** Answers the bytes of a file, whose type its header says. */
export const file = z.unknown();

export const route = <const R extends Route>(definition: R): R => definition;

export const routeStatus = (definition: Route): number =>
  definition.status ?? (definition.response === noContent ? 204 : definition.method === 'POST' ? 201 : 200);
