import { Injectable } from '@nestjs/common';
import { listedChannelTypes, type ChannelType, type PermissionOverwrite } from '@hearth/contract';
import { PrismaService, type Transaction } from '../database/prisma.service.js';
import type { Prisma } from '../generated/prisma/client.js';
import type { ChannelPlace } from './channels.policy.js';
import type { ChannelRow, ForumTagRow, OverwriteRow } from './channels.presenter.js';

export interface NewChannel {
  id: string;
  serverId: string;
  type: ChannelType;
  name: string;
  topic: string | null;
  slowmode: number;
  parentId: string | null;
  position: number;
  /** Left out: those of its category, so that what is private stays private. */
  overwrites: readonly PermissionOverwrite[] | undefined;
}

/** What is left out stays. */
export interface ChannelPatch {
  name?: string;
  topic?: string | null;
  slowmode?: number;
  type?: ChannelType;
  autoArchive?: number;
  forumSort?: 'ACTIVITY' | 'CREATION';
  parentId?: string | null;
  position?: number;
}

const optionalId = (id: string | null) => (id === null ? null : BigInt(id));

const BY_POSITION: Prisma.ChannelOrderByWithRelationInput[] = [{ position: 'asc' }, { id: 'asc' }];

/** With all that a channel is shown with. */
export const CHANNEL_PARTS = {
  // In one order always: clients compare what they hold.
  overwrites: { orderBy: { targetId: 'asc' } },
  tags: { orderBy: { position: 'asc' } },
  recipients: {
    select: { user: { select: { id: true, username: true, displayName: true, avatar: true } } },
    orderBy: [{ joinedAt: 'asc' }, { userId: 'asc' }],
  },
} satisfies Prisma.ChannelInclude;

const OF_SERVERS = `
  SELECT id, server_id AS "serverId", type, name, topic, parent_id AS "parentId", position, last_seq AS "lastSeq", version,
    last_message_at AS "lastMessageAt", created_at AS "createdAt", slowmode, owner_id AS "ownerId", icon, archived_at AS "archivedAt",
    auto_archive AS "autoArchive", locked, pinned_at AS "pinnedAt", forum_sort AS "forumSort", tag_ids AS "tagIds"
  FROM channels WHERE server_id = ANY($1) AND type = ANY('{${listedChannelTypes.join()}}') ORDER BY position, id`;

const TAGS_OF_SERVERS = `
  SELECT t.id, t.channel_id AS "channelId", t.name, t.emoji, t.moderated
  FROM forum_tags t JOIN channels c ON c.id = t.channel_id WHERE c.server_id = ANY($1) ORDER BY t.position`;

const OVERWRITES_OF_SERVERS = `
  SELECT o.channel_id AS "channelId", o.target_id AS "targetId", o.type, o.allow, o.deny
  FROM permission_overwrites o JOIN channels c ON c.id = o.channel_id WHERE c.server_id = ANY($1) ORDER BY o.target_id`;

@Injectable()
export class ChannelsRepository {
  constructor(private readonly prisma: PrismaService) {}

  transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.prisma.$transaction(work);
  }

  byId(channelId: string): Promise<ChannelRow | null> {
    return this.prisma.channel.findUnique({ where: { id: BigInt(channelId) }, include: CHANNEL_PARTS });
  }

  byIds(channelIds: string[], transaction: Transaction = this.prisma): Promise<ChannelRow[]> {
    return transaction.channel.findMany({
      where: { id: { in: channelIds.map(BigInt) } },
      include: CHANNEL_PARTS,
      orderBy: BY_POSITION,
    });
  }

  /** Through the driver: a member of many servers has thousands of channels, and Prisma takes several times as long to make their rows. */
  async ofServers(serverIds: string[]): Promise<ChannelRow[]> {
    const [channels, overwrites, tags] = await Promise.all([
      this.prisma.statement<Omit<ChannelRow, 'overwrites' | 'tags' | 'recipients'>>('channels_of_servers', OF_SERVERS, [serverIds]),
      this.prisma.statement<OverwriteRow>('channels_of_servers_overwrites', OVERWRITES_OF_SERVERS, [serverIds]),
      this.prisma.statement<ForumTagRow>('channels_of_servers_tags', TAGS_OF_SERVERS, [serverIds]),
    ]);
    const overwritesOf = Map.groupBy(overwrites, ({ channelId }) => channelId);
    const tagsOf = Map.groupBy(tags, ({ channelId }) => channelId);
    return channels.map((channel) => ({
      ...channel,
      overwrites: overwritesOf.get(channel.id) ?? [],
      tags: tagsOf.get(channel.id) ?? [],
      recipients: [],
    }));
  }

  async places(transaction: Transaction, serverId: string): Promise<ChannelPlace[]> {
    const channels = await transaction.channel.findMany({
      where: { serverId: BigInt(serverId), type: { in: [...listedChannelTypes] } },
      select: { id: true, type: true, parentId: true, position: true },
    });
    return channels.map(({ id, parentId, ...place }) => ({ ...place, id: id.toString(), parentId: parentId?.toString() ?? null }));
  }

  async insert(transaction: Transaction, { id, serverId, parentId, overwrites, ...channel }: NewChannel): Promise<ChannelRow> {
    const own = overwrites?.map(({ targetId, ...overwrite }) => ({ ...overwrite, targetId: BigInt(targetId) }));
    return transaction.channel.create({
      data: {
        ...channel,
        id: BigInt(id),
        serverId: BigInt(serverId),
        parentId: optionalId(parentId),
        overwrites: { create: own ?? (await this.overwritesOf(transaction, parentId)) },
      },
      include: CHANNEL_PARTS,
    });
  }

  /** The row as it is until the transaction ends; null when it is gone. */
  async lock(transaction: Transaction, channelId: string): Promise<ChannelRow | null> {
    await transaction.$queryRaw`SELECT FROM channels WHERE id = ${BigInt(channelId)} FOR NO KEY UPDATE`;
    return transaction.channel.findUnique({ where: { id: BigInt(channelId) }, include: CHANNEL_PARTS });
  }

  update(transaction: Transaction, channelId: string, { parentId, ...patch }: ChannelPatch): Promise<ChannelRow> {
    return transaction.channel.update({
      where: { id: BigInt(channelId) },
      data: { ...patch, ...(parentId !== undefined && { parentId: optionalId(parentId) }) },
      include: CHANNEL_PARTS,
    });
  }

  /** Ids of the channels that a category holds. */
  async children(transaction: Transaction, channelId: string): Promise<string[]> {
    const children = await transaction.channel.findMany({
      where: { parentId: BigInt(channelId), type: { not: 'THREAD' } },
      select: { id: true },
    });
    return children.map(({ id }) => id.toString());
  }

  /** False when it was gone already. Its threads go with it; the channels of a category stay, without a parent. */
  async remove(transaction: Transaction, channelId: string): Promise<boolean> {
    await transaction.channel.deleteMany({ where: { parentId: BigInt(channelId), type: 'THREAD' } });
    const { count } = await transaction.channel.deleteMany({ where: { id: BigInt(channelId) } });
    return count > 0;
  }

  async move(transaction: Transaction, places: ChannelPlace[]): Promise<void> {
    const list = JSON.stringify(places.map(({ id, position, parentId }) => ({ id, position, parent_id: parentId })));
    await transaction.$executeRaw`
      UPDATE channels SET position = place.position, parent_id = place.parent_id
      FROM jsonb_to_recordset(${list}::jsonb) AS place(id bigint, position int, parent_id bigint)
      WHERE channels.id = place.id`;
  }

  private async overwritesOf(transaction: Transaction, channelId: string | null) {
    if (channelId === null) return [];
    const overwrites = await transaction.permissionOverwrite.findMany({ where: { channelId: BigInt(channelId) } });
    return overwrites.map(({ targetId, type, allow, deny }) => ({ targetId, type, allow, deny }));
  }
}
