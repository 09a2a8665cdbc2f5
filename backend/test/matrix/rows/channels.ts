import type { channelRoutes } from '@hearth/contract';
import type { RouteRows } from '../row.js';
import type { Scene } from '../scene.js';

const serverParams = ({ serverId }: Scene) => ({ params: { serverId } });
const channelParams = ({ channelId }: Scene) => ({ params: { channelId } });

const ownMessage = async (scene: Scene) => ({ params: { messageId: await scene.message({ author: scene.caller }) }, query: {} });

const rename = (scene: Scene) => ({ ...channelParams(scene), body: { name: 'renamed' } });

async function changeChannel({ hearth, channelId }: Scene, data: { ownerId: bigint } | { archivedAt: Date } | { locked: true }) {
  await hearth.db.channel.update({ where: { id: BigInt(channelId) }, data });
}

/** Beside that of the scene, and open to all. */
async function insertChannel(scene: Scene, type: 'TEXT' | 'CATEGORY') {
  const id = scene.nextId();
  const channel = { id: BigInt(id), serverId: BigInt(scene.serverId), type, name: 'another', position: 0 };
  await scene.hearth.db.channel.create({ data: channel });
  return id;
}

/** In which the caller holds what they hold in the channel. */
async function insertCategory(scene: Scene) {
  const { db } = scene.hearth;
  const id = await insertChannel(scene, 'CATEGORY');
  const overwrites = await db.permissionOverwrite.findMany({ where: { channelId: BigInt(scene.channelId) } });
  await db.permissionOverwrite.createMany({ data: overwrites.map((overwrite) => ({ ...overwrite, channelId: BigInt(id) })) });
  return id;
}

export const channelRows: RouteRows<typeof channelRoutes> = {
  listChannels: { scope: 'server', request: serverParams },
  createChannel: [
    {
      scope: 'server',
      needs: ['MANAGE_CHANNELS'],
      request: (scene) => ({ ...serverParams(scene), body: { name: 'another', type: 'TEXT' } }),
    },
    {
      as: 'with overwrites',
      scope: 'server',
      needs: ['MANAGE_CHANNELS', 'MANAGE_ROLES'],
      request: (scene) => ({
        ...serverParams(scene),
        body: { name: 'another', type: 'TEXT', overwrites: [{ targetId: scene.serverId, type: 'ROLE', allow: '0', deny: '0' }] },
      }),
    },
    {
      as: 'in a category',
      scope: 'channel',
      channelType: 'CATEGORY',
      needs: ['MANAGE_CHANNELS'],
      // A category that the caller does not see is not there.
      except: { hidden: 'VALIDATION' },
      request: (scene) => ({ ...serverParams(scene), body: { name: 'another', type: 'TEXT', parentId: scene.channelId } }),
    },
  ],
  orderChannels: [
    // A permission of the server is needed for all of it, and a channel that the caller does not see is not there.
    {
      scope: 'channel',
      needs: ['MANAGE_CHANNELS'],
      // In the server alone.
      except: { granted: 'MISSING_PERMISSION', denied: 'allowed', hidden: 'VALIDATION' },
      request: (scene) => ({ ...serverParams(scene), body: { channels: [{ id: scene.channelId, position: 3 }] } }),
    },
    {
      as: 'out of a category',
      scope: 'channel',
      needs: ['MANAGE_CHANNELS'],
      except: { granted: 'MISSING_PERMISSION', hidden: 'VALIDATION' },
      request: async (scene) => {
        const parentId = await insertChannel(scene, 'CATEGORY');
        await scene.hearth.db.channel.update({ where: { id: BigInt(scene.channelId) }, data: { parentId: BigInt(parentId) } });
        return { ...serverParams(scene), body: { channels: [{ id: scene.channelId, position: 0, parentId: null }] } };
      },
    },
    {
      as: 'into a category',
      scope: 'channel',
      channelType: 'CATEGORY',
      needs: ['MANAGE_CHANNELS'],
      except: { granted: 'MISSING_PERMISSION', hidden: 'VALIDATION' },
      request: async (scene) => {
        const channelId = await insertChannel(scene, 'TEXT');
        return { ...serverParams(scene), body: { channels: [{ id: channelId, position: 0, parentId: scene.channelId }] } };
      },
    },
  ],
  getChannel: [
    { scope: 'channel', request: channelParams },
    { as: 'a thread', scope: 'channel', channelType: 'THREAD', request: channelParams },
    { as: 'a DM', scope: 'conversation', request: channelParams },
    { as: 'a group', scope: 'conversation', channelType: 'GROUP_DM', request: channelParams },
  ],
  updateChannel: [
    { scope: 'channel', needs: ['MANAGE_CHANNELS'], request: rename },
    {
      as: 'into a category',
      scope: 'channel',
      needs: ['MANAGE_CHANNELS'],
      request: async (scene) => ({ ...channelParams(scene), body: { parentId: await insertCategory(scene) } }),
    },
    { as: 'a thread of somebody else', scope: 'channel', channelType: 'THREAD', needs: ['MANAGE_THREADS'], request: rename },
    {
      as: 'an own thread',
      scope: 'channel',
      channelType: 'THREAD',
      needs: [['SEND_MESSAGES_IN_THREADS', 'MANAGE_THREADS']],
      request: async (scene) => {
        await changeChannel(scene, { ownerId: BigInt(scene.caller.id) });
        return rename(scene);
      },
    },
    {
      as: 'a thread, to lock it',
      scope: 'channel',
      channelType: 'THREAD',
      needs: ['MANAGE_THREADS'],
      request: async (scene) => {
        await changeChannel(scene, { ownerId: BigInt(scene.caller.id) });
        return { ...channelParams(scene), body: { locked: true } };
      },
    },
    {
      as: 'a thread, out of the archive',
      scope: 'channel',
      channelType: 'THREAD',
      needs: [['SEND_MESSAGES_IN_THREADS', 'MANAGE_THREADS']],
      request: async (scene) => {
        await changeChannel(scene, { archivedAt: new Date() });
        return { ...channelParams(scene), body: { archived: false } };
      },
    },
    { as: 'a DM', scope: 'conversation', reservedFor: 'nobody', request: rename },
    { as: 'a group', scope: 'conversation', channelType: 'GROUP_DM', request: rename },
    {
      as: 'a group, to hand it over',
      scope: 'conversation',
      channelType: 'GROUP_DM',
      reservedFor: 'owner',
      request: (scene) => ({ ...channelParams(scene), body: { ownerId: scene.target.id } }),
    },
  ],
  deleteChannel: [
    { scope: 'channel', needs: ['MANAGE_CHANNELS'], request: channelParams },
    { as: 'a thread', scope: 'channel', channelType: 'THREAD', needs: ['MANAGE_THREADS'], request: channelParams },
    // One's own side of it.
    { as: 'a DM', scope: 'conversation', request: channelParams },
    { as: 'a group', scope: 'conversation', channelType: 'GROUP_DM', request: channelParams },
  ],
  readChannel: [
    { scope: 'channel', restricted: 'allowed', request: (scene) => ({ ...channelParams(scene), body: { seq: 0 } }) },
    { as: 'a DM', scope: 'conversation', request: (scene) => ({ ...channelParams(scene), body: { seq: 0 } }) },
  ],
  listReceipts: [
    { scope: 'channel', request: channelParams },
    { as: 'a DM', scope: 'conversation', request: channelParams },
  ],
  listSeen: [
    { as: 'of an own message', scope: 'channel', request: ownMessage },
    { as: 'of an own one in a DM', scope: 'conversation', request: ownMessage },
    {
      as: 'of that of somebody else',
      scope: 'channel',
      reservedFor: 'nobody',
      request: async (scene) => ({ params: { messageId: await scene.message({ author: scene.target }) }, query: {} }),
    },
  ],
};
