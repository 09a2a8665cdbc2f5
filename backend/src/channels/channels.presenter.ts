import type { Channel } from '@hearth/contract';
import type { Channel as ChannelModel, PermissionOverwrite } from '../generated/prisma/client.js';

export interface ChannelRow extends ChannelModel {
  overwrites: PermissionOverwrite[];
}

export const presentChannel = (channel: ChannelRow): Channel => ({
  id: channel.id.toString(),
  serverId: channel.serverId.toString(),
  type: channel.type,
  name: channel.name,
  topic: channel.topic,
  parentId: channel.parentId?.toString() ?? null,
  position: channel.position,
  overwrites: channel.overwrites.map(({ targetId, type, allow, deny }) => ({
    targetId: targetId.toString(),
    type,
    allow: allow.toString(),
    deny: deny.toString(),
  })),
  lastSeq: channel.lastSeq,
  version: channel.version,
  createdAt: channel.createdAt.toISOString(),
});
