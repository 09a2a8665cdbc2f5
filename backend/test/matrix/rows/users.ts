import type { userRoutes } from '@hearth/contract';
import type { RouteRows } from '../row.js';
import type { Scene } from '../scene.js';
import { friend } from './people.js';

const targetParams = ({ target }: Scene) => ({ params: { userId: target.id } });

export const userRows: RouteRows<typeof userRoutes> = {
  getMe: { scope: 'account' },
  updateMe: { scope: 'account', request: () => ({ body: { bio: 'Reads.' } }) },
  // Without the password: whoever calls does so in many cases.
  deleteMe: { scope: 'account', accepts: ['PASSWORD_WRONG'], request: () => ({ body: { password: 'not the password' } }) },
  getSettings: { scope: 'account' },
  updateSettings: { scope: 'account', request: () => ({ body: { fontSize: 16 } }) },
  // Of those with whom one shares a server or more.
  getUser: { scope: 'server', extra: [friend('allowed')], request: targetParams },
  getUserPresence: { scope: 'server', extra: [friend('allowed')], request: targetParams },
  searchUsers: { scope: 'account', request: () => ({ query: { query: 'user' } }) },
  lookUpUsers: { scope: 'account', request: ({ target }) => ({ body: { ids: [target.id] } }) },
};
