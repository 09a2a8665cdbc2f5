import type { Request, Response } from '@hearth/contract';
import type { Access } from './access';
import { lazyModule } from '@/lib/lazy-part';
import { type Routes, endpoints } from './endpoints';
import { hasCode } from './errors';
import type { Http } from './http';
import type { moreEndpoints } from './more-endpoints';

type EndpointName = keyof typeof endpoints | keyof typeof moreEndpoints;

const loadMore = lazyModule(() => import('./more-endpoints'));

async function endpointOf(name: EndpointName): Promise<{ method: string; path: string; auth?: string }> {
  return name in endpoints
    ? endpoints[name as keyof typeof endpoints]
    : (await loadMore()).moreEndpoints[name as keyof typeof moreEndpoints];
}

const BASE = '/api/v1';

export interface CallInput {
  params?: Record<string, string>;
  query?: Record<string, string | undefined>;
  body?: unknown;
}

type Arguments<R> = keyof R extends never ? [] : [input: R];

/** Calls a route of the contract. Answers are trusted to have its shape: the server serialises through the same schemas. */
export type Call = <N extends EndpointName>(name: N, ...input: Arguments<Request<Routes[N]>>) => Promise<Response<Routes[N]>>;

export function urlOf(path: string, { params = {}, query = {} }: CallInput): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const search = new URLSearchParams(Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
  return search.size === 0 ? `${BASE}${filled}` : `${BASE}${filled}?${search}`;
}

export function createCall(http: Http, access: Access): Call {
  async function send(name: EndpointName, input: CallInput): Promise<unknown> {
    const endpoint = await endpointOf(name);
    const request = { method: endpoint.method, url: urlOf(endpoint.path, input), body: input.body };
    if (endpoint.auth === 'public') return http({ ...request, token: null });
    const token = await access.token();
    try {
      return await http({ ...request, token });
    } catch (error) {
      if (hasCode(error, 'SESSION_ENDED')) access.end();
      if (token === null || !hasCode(error, 'UNAUTHENTICATED')) throw error;
      return http({ ...request, token: await access.tokenAfter(token) });
    }
  }
  return (async (name: EndpointName, input: CallInput = {}) => send(name, input)) as Call;
}
