import type { RouteName, routes } from '@hearth/contract';

export type Routes = typeof routes;

export type Endpoint<N extends RouteName> = Pick<Routes[N], 'method' | 'path'> &
  (Routes[N] extends { auth: infer A } ? { auth: A } : unknown);

/**
 * Method and path of the routes that are called before the first message shows; `moreEndpoints` has all others. The compiler holds them
 * against the contract's routes; importing those values themselves would put all schemas and their library, 30 kB gzipped, before the
 * first paint.
 */
export const endpoints = {
  getInstance: { method: 'GET', path: '/instance', auth: 'public' },
  refresh: { method: 'POST', path: '/auth/refresh', auth: 'public' },
  listMembers: { method: 'GET', path: '/servers/:serverId/members' },
  listReceipts: { method: 'GET', path: '/channels/:channelId/receipts' },
  listMessages: { method: 'GET', path: '/channels/:channelId/messages' },
  listChanges: { method: 'GET', path: '/channels/:channelId/changes' },
} as const satisfies { [N in RouteName]?: Endpoint<N> };
