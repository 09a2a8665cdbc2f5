import { routeStatus, type Problem, type Request as RouteRequest, type Response as RouteResponse, type Route } from '@hearth/contract';
import type { Server } from 'node:http';
import request, { type Test } from 'supertest';

/** Whoever calls: what registering or signing in answered. */
export interface Bearer {
  accessToken: string;
}

/** A refusal, as `call` throws it: compare with `toMatchObject({ code })`. */
class Refusal extends Error {
  readonly code: Problem['code'];
  readonly status: number;
  readonly errors: Problem['errors'];
  readonly retryAfter: number | undefined;

  constructor({ code, status, detail, errors, retryAfter }: Problem) {
    super(`${code}: ${detail}`);
    this.code = code;
    this.status = status;
    this.errors = errors;
    this.retryAfter = retryAfter;
  }
}

type Method = 'get' | 'head' | 'post' | 'patch' | 'put' | 'delete';
type Arguments<R extends Route> = keyof RouteRequest<R> extends never
  ? []
  : Partial<RouteRequest<R>> extends RouteRequest<R>
    ? [RouteRequest<R>?]
    : [RouteRequest<R>];

interface Parts {
  params?: Record<string, string>;
  query?: Record<string, unknown>;
  body?: object;
}

/** The REST interface of a running app, for one caller or for nobody. */
export class Api {
  constructor(
    private readonly server: Server,
    private readonly bearer?: Bearer,
  ) {}

  as(bearer: Bearer): Api {
    return new Api(this.server, bearer);
  }

  /** Calls a route of the contract. Throws a `Refusal` for a problem, and an error for an answer that the route does not promise. */
  async call<R extends Route>(route: R, ...[input]: Arguments<R>): Promise<RouteResponse<R>> {
    const { params = {}, query = {}, body }: Parts = input ?? {};
    const path = route.path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
    const method = route.method.toLowerCase() as Method;
    const answer = await this.send(method, path, body).query(query);
    if (answer.type === 'application/problem+json') throw new Refusal(answer.body as Problem);
    if (answer.status !== routeStatus(route)) throw new Error(`${route.method} ${path} answered ${answer.status}`);
    return route.response.parse(answer.status === 204 ? undefined : answer.body) as RouteResponse<R>;
  }

  /** Sends anything, for what the contract would not let through. `path` is under `/api/v1`. */
  send(method: Method, path: string, body?: string | object): Test {
    const test = request(this.server)[method](`/api/v1${path}`);
    if (this.bearer) void test.set('Authorization', `Bearer ${this.bearer.accessToken}`);
    return body === undefined ? test : test.send(body);
  }
}
