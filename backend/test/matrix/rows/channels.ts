import type { channelRoutes } from '@hearth/contract';
import type { RouteRows } from '../row.js';
import type { Scene } from '../scene.js';

const serverParams = ({ serverId }: Scene) => ({ params: { serverId } });
const channelParams = ({ channelId }: Scene) => ({ params: { channelId } });

export const channelRows: RouteRows<typeof channelRoutes> = {
  listChannels: { scope: 'server', request: serverParams },
  createChannel: [
    {
      scope: 'server',
      needs: ['MANAGE_CHANNELS'],
      request: (scene) => ({ ...serverParams(scene), body: { name: 'another', type: 'TEXT' } }),
    },
    {
      as: 'in a category',
      scope: 'channel',
      channelType: 'CATEGORY',
      needs: ['MANAGE_CHANNELS'],
      // Needed in the server too; and a category that the caller does not see is not there.
      except: { granted: 'MISSING_PERMISSION', hidden: 'VALIDATION' },
      request: (scene) => ({ ...serverParams(scene), body: { name: 'another', type: 'TEXT', parentId: scene.channelId } }),
    },
  ],
  orderChannels: {
    scope: 'channel',
    needs: ['MANAGE_CHANNELS'],
    // It is a permission of the server that counts, and a channel that the caller does not see is not there.
    except: { granted: 'MISSING_PERMISSION', denied: 'allowed', hidden: 'VALIDATION' },
    request: (scene) => ({ ...serverParams(scene), body: { channels: [{ id: scene.channelId, position: 3 }] } }),
  },
  getChannel: [
    { scope: 'channel', request: channelParams },
    { as: 'a thread', scope: 'channel', channelType: 'THREAD', request: channelParams },
    { as: 'a DM', scope: 'conversation', request: channelParams },
    { as: 'a group', scope: 'conversation', channelType: 'GROUP_DM', request: channelParams },
  ],
  updateChannel: {
    scope: 'channel',
    needs: ['MANAGE_CHANNELS'],
    request: (scene) => ({ ...channelParams(scene), body: { name: 'renamed' } }),
  },
  deleteChannel: { scope: 'channel', needs: ['MANAGE_CHANNELS'], request: channelParams },
  readChannel: [
    { scope: 'channel', restricted: 'allowed', request: (scene) => ({ ...channelParams(scene), body: { seq: 0 } }) },
    { as: 'a DM', scope: 'conversation', request: (scene) => ({ ...channelParams(scene), body: { seq: 0 } }) },
  ],
  listReceipts: [
    { scope: 'channel', request: channelParams },
    { as: 'a DM', scope: 'conversation', request: channelParams },
  ],
};
