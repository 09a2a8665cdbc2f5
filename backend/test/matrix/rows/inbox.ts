import type { inboxRoutes } from '@hearth/contract';
import type { RouteRows } from '../row.js';

export const inboxRows: RouteRows<typeof inboxRoutes> = {
  listMentions: { scope: 'account', request: () => ({ query: {} }) },
  listUnreadMentions: { scope: 'account', request: () => ({}) },
};
