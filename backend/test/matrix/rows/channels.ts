import type { channelRoutes } from '@hearth/contract';
import type { RouteRows } from '../row.js';
import type { Scene } from '../scene.js';

const serverParams = ({ serverId }: Scene) => ({ params: { serverId } });
const channelParams = ({ channelId }: Scene) => ({ params: { channelId } });

const rename = (scene: Scene) => ({ ...channelParams(scene), body: { name: 'renamed' } });

async function changeChannel({ hearth, channelId }: Scene, data: { ownerId: bigint } | { archivedAt: Date } | { locked: true }) {
  await hearth.db.channel.update({ where: { id: BigInt(channelId) }, data });
}

/** In which the caller holds what they hold in the channel. */
async function insertCategory(scene: Scene) {
  const { db } = scene.hearth;
  const id = BigInt(scene.nextId());
  const overwrites = await db.permissionOverwrite.findMany({ where: { channelId: BigInt(scene.channelId) } });
  await db.channel.create({ data: { id, serverId: BigInt(scene.serverId), type: 'CATEGORY', name: 'category', position: 0 } });
  await db.permissionOverwrite.createMany({ data: overwrites.map((overwrite) => ({ ...overwrite, channelId: id })) });
  return id.toString();
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
};
