import type { announcementRoutes } from '@hearth/contract';
import type { RouteRows } from '../row.js';
import type { Scene } from '../scene.js';

const channelParams = ({ channelId }: Scene) => ({ params: { channelId } });

/** Of the owner of the scene, in a server of its own. */
async function insertChannel(scene: Scene, type: 'TEXT' | 'ANNOUNCEMENT', serverId = scene.serverId) {
  const id = scene.nextId();
  await scene.hearth.db.channel.create({ data: { id: BigInt(id), serverId: BigInt(serverId), type, name: 'other', position: 1 } });
  return id;
}

async function follow(scene: Scene, channelId: string, targetId: string) {
  await scene.hearth.db.channelFollower.create({ data: { channelId: BigInt(channelId), targetId: BigInt(targetId) } });
  return { params: { channelId, targetId } };
}

export const announcementRows: RouteRows<typeof announcementRoutes> = {
  publishMessage: [
    {
      as: 'an own one',
      scope: 'channel',
      channelType: 'ANNOUNCEMENT',
      needs: ['SEND_MESSAGES'],
      request: async (scene) => ({ params: { messageId: await scene.message({ author: scene.caller }) } }),
    },
    {
      as: 'that of somebody else',
      scope: 'channel',
      channelType: 'ANNOUNCEMENT',
      needs: ['MANAGE_MESSAGES'],
      request: async (scene) => ({ params: { messageId: await scene.message({ author: scene.target }) } }),
    },
  ],
  listFollowers: { scope: 'channel', channelType: 'ANNOUNCEMENT', needs: ['MANAGE_CHANNELS'], request: channelParams },
  followChannel: {
    scope: 'channel',
    needs: ['MANAGE_WEBHOOKS'],
    // The channel of the scene is the one that follows.
    except: { malformed: 'NOT_FOUND' },
    request: async (scene) => ({
      params: { channelId: await insertChannel(scene, 'ANNOUNCEMENT') },
      body: { targetId: scene.channelId },
    }),
  },
  unfollowChannel: {
    scope: 'channel',
    channelType: 'ANNOUNCEMENT',
    needs: ['MANAGE_CHANNELS'],
    request: async (scene) => follow(scene, scene.channelId, await insertChannel(scene, 'TEXT')),
  },
  listFollowed: { scope: 'channel', needs: ['MANAGE_WEBHOOKS'], request: channelParams },
};
