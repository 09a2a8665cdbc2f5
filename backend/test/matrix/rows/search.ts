import type { searchRoutes } from '@hearth/contract';
import type { RouteRows } from '../row.js';

const AT = '2026-01-01T00:00:00.000Z';

export const searchRows: RouteRows<typeof searchRoutes> = {
  searchMessages: [
    { scope: 'account', request: () => ({ query: { q: 'words' } }) },
    { as: 'in a server', scope: 'server', request: ({ serverId }) => ({ query: { q: 'words', serverId } }) },
    { as: 'in a channel', scope: 'channel', request: ({ channelId }) => ({ query: { q: 'words', channelId } }) },
    { as: 'in a thread', scope: 'channel', channelType: 'THREAD', request: ({ channelId }) => ({ query: { q: 'words', channelId } }) },
    { as: 'in a DM', scope: 'conversation', request: ({ channelId }) => ({ query: { q: 'words', channelId } }) },
  ],
  searchEverything: { scope: 'account', request: () => ({ query: { q: 'words' } }) },
  findByTime: [
    { scope: 'channel', request: ({ channelId }) => ({ params: { channelId }, query: { at: AT } }) },
    { as: 'in a DM', scope: 'conversation', request: ({ channelId }) => ({ params: { channelId }, query: { at: AT } }) },
  ],
};
