import { permissionsOf, type announcementRoutes } from '@hearth/contract';
import { PermissionsService } from '../../../src/permissions/permissions.service.js';
import { ServersService } from '../../../src/servers/servers.service.js';
import type { RouteRows } from '../row.js';
import type { Scene } from '../scene.js';

const channelParams = ({ channelId }: Scene) => ({ params: { channelId } });

async function insertChannel(scene: Scene, type: 'TEXT' | 'ANNOUNCEMENT', serverId = scene.serverId) {
  const id = scene.nextId();
  await scene.hearth.db.channel.create({ data: { id: BigInt(id), serverId: BigInt(serverId), type, name: 'other', position: 1 } });
  return id;
}

/** Of a server in which nobody of the scene is. */
async function insertChannelElsewhere(scene: Scene, type: 'TEXT' | 'ANNOUNCEMENT') {
  const serverId = scene.nextId();
  const ownerId = BigInt(scene.world.bystander.id);
  await scene.hearth.db.server.create({ data: { id: BigInt(serverId), name: 'Elsewhere', ownerId } });
  return insertChannel(scene, type, serverId);
}

/** Of the server of the scene, where the caller may not manage it. */
async function insertSource(scene: Scene) {
  const id = await insertChannel(scene, 'ANNOUNCEMENT');
  const [channelId, targetId] = [BigInt(id), BigInt(scene.caller.id)];
  const deny = permissionsOf('MANAGE_CHANNELS');
  await scene.hearth.db.permissionOverwrite.create({ data: { channelId, targetId, type: 'MEMBER', allow: 0n, deny } });
  return id;
}

/** Of a server that the caller runs. */
async function insertOwnSource(scene: Scene) {
  const { id } = await scene.hearth.get(ServersService).create(scene.caller, 'Own');
  const channelId = await insertChannel(scene, 'ANNOUNCEMENT', id);
  await scene.hearth.get(PermissionsService).changed(id);
  return channelId;
}

/** Nothing is published where not everybody sees it. */
async function insertMessage(scene: Scene, author: Scene['caller']) {
  const permissions = scene.actor.everyone | permissionsOf('VIEW_CHANNEL');
  await scene.hearth.db.role.update({ where: { id: BigInt(scene.serverId) }, data: { permissions } });
  return { params: { messageId: await scene.message({ author }) } };
}

async function follow(scene: Scene, sourceId: string, targetId: string) {
  await scene.hearth.db.channelFollower.create({ data: { channelId: BigInt(sourceId), targetId: BigInt(targetId) } });
  return { params: { sourceId, targetId } };
}

export const announcementRows: RouteRows<typeof announcementRoutes> = {
  publishMessage: [
    {
      as: 'an own one',
      scope: 'channel',
      channelType: 'ANNOUNCEMENT',
      needs: ['SEND_MESSAGES'],
      request: (scene) => insertMessage(scene, scene.caller),
    },
    {
      as: 'that of somebody else',
      scope: 'channel',
      channelType: 'ANNOUNCEMENT',
      needs: ['MANAGE_MESSAGES'],
      request: (scene) => insertMessage(scene, scene.target),
    },
  ],
  listFollowers: { scope: 'channel', channelType: 'ANNOUNCEMENT', needs: ['MANAGE_CHANNELS'], request: channelParams },
  followChannel: {
    scope: 'channel',
    needs: ['MANAGE_WEBHOOKS'],
    // The channel of the scene is the one that follows; the other one is in a server of the caller.
    except: { malformed: 'VALIDATION' },
    request: async (scene) => ({
      params: { channelId: await insertOwnSource(scene) },
      body: { targetId: scene.channelId },
    }),
  },
  unfollowChannel: [
    {
      as: 'by whoever runs the channel that is followed',
      scope: 'channel',
      channelType: 'ANNOUNCEMENT',
      needs: ['MANAGE_CHANNELS'],
      request: async (scene) => follow(scene, scene.channelId, await insertChannelElsewhere(scene, 'TEXT')),
    },
    {
      as: 'by whoever runs the channel that follows',
      scope: 'channel',
      needs: ['MANAGE_WEBHOOKS'],
      // They see the other one.
      except: { hidden: 'MISSING_PERMISSION' },
      request: async (scene) => follow(scene, await insertSource(scene), scene.channelId),
    },
    {
      as: 'by whoever runs the channel that follows, and does not see the other',
      scope: 'channel',
      needs: ['MANAGE_WEBHOOKS'],
      refusal: 'NOT_FOUND',
      restricted: 'NOT_FOUND',
      request: async (scene) => follow(scene, await insertChannelElsewhere(scene, 'ANNOUNCEMENT'), scene.channelId),
    },
  ],
  listFollowed: { scope: 'channel', needs: ['MANAGE_WEBHOOKS'], request: channelParams },
};
