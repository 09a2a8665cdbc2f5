import type { authRoutes } from '@hearth/contract';
import { signIn, uniqueName, type TestUser } from '../../factories/users.js';
import type { RouteRows } from '../row.js';
import type { Scene } from '../scene.js';

const PASSWORD = 'correct horse battery';

const cookieOf = ({ refreshToken }: TestUser) => ({ Cookie: `hearth_refresh=${refreshToken}` });
const anotherDevice = ({ hearth, caller }: Scene) => signIn(hearth, caller);

export const authRows: RouteRows<typeof authRoutes> = {
  register: { scope: 'public', request: () => ({ body: { username: uniqueName('user'), password: PASSWORD } }) },
  login: { scope: 'public', request: ({ target: { username: login, password } }) => ({ body: { login, password } }) },
  refresh: { scope: 'public', request: async (scene) => ({ headers: cookieOf(await anotherDevice(scene)) }) },
  logout: { scope: 'public', request: async (scene) => ({ headers: cookieOf(await anotherDevice(scene)) }) },
  listSessions: { scope: 'account' },
  revokeSession: [
    {
      as: 'an own one',
      scope: 'account',
      request: async (scene) => ({ params: { sessionId: (await anotherDevice(scene)).sessionId } }),
    },
    {
      as: 'that of somebody else',
      scope: 'account',
      except: { 'signed in': 'NOT_FOUND', admin: 'NOT_FOUND' },
      request: ({ target: { sessionId } }) => ({ params: { sessionId } }),
    },
  ],
  getInstance: { scope: 'public' },
};
