import type { Channel } from '@hearth/contract';

/** Ids and bits are bigints in rows of Prisma and text in those of the driver. */
type Int8 = bigint | string;

export interface OverwriteRow {
  channelId: Int8;
  targetId: Int8;
  type: 'ROLE' | 'MEMBER';
  allow: Int8;
  deny: Int8;
}

export interface ChannelRow {
  id: Int8;
  serverId: Int8;
  type: Channel['type'];
  name: string;
  topic: string | null;
  parentId: Int8 | null;
  position: number;
  lastSeq: number;
  version: number;
  createdAt: Date;
  overwrites: OverwriteRow[];
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
