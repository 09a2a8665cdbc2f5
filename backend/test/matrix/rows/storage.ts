import type { galleryRoutes, storageRoutes } from '@hearth/contract';
import type { RouteRows } from '../row.js';
import type { Scene } from '../scene.js';
import { attachment } from './files.js';

const gallery = ({ channelId }: Scene) => ({ params: { channelId }, query: { kind: 'files' as const } });
const server = ({ serverId }: Scene) => ({ params: { serverId } });

export const galleryRows: RouteRows<typeof galleryRoutes> = {
  listChannelAttachments: [
    { scope: 'channel', request: gallery },
    { as: 'in a thread', scope: 'channel', channelType: 'THREAD', request: gallery },
    { as: 'in a DM', scope: 'conversation', request: gallery },
    { as: 'in a group', scope: 'conversation', channelType: 'GROUP_DM', request: gallery },
  ],
};

export const storageRows: RouteRows<typeof storageRoutes> = {
  getOwnStorage: { scope: 'account' },
  listOwnFiles: { scope: 'account', request: () => ({ query: {} }) },
  deleteOwnFile: [
    {
      as: 'before it is sent',
      scope: 'account',
      request: async (scene) => ({ params: { fileId: await attachment(scene, { owner: scene.caller }) } }),
    },
    {
      as: 'of an own message, also where one is no more',
      scope: 'account',
      request: async (scene) => ({
        params: { fileId: await attachment(scene, { owner: scene.caller, messageId: await scene.message({ author: scene.caller }) }) },
      }),
    },
    {
      as: 'that of somebody else',
      scope: 'account',
      except: { 'signed in': 'NOT_FOUND', admin: 'NOT_FOUND' },
      request: async (scene) => ({
        params: { fileId: await attachment(scene, { owner: scene.target, messageId: await scene.message({ author: scene.target }) }) },
      }),
    },
  ],
  getServerStorage: { scope: 'server', needs: ['MANAGE_SERVER'], request: server },
  listServerFiles: { scope: 'server', needs: ['MANAGE_SERVER'], request: server },
};
