import { Injectable } from '@nestjs/common';
import type { ChannelType } from '@hearth/contract';
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
  parentId: string | null;
  position: number;
}

const BY_POSITION: Prisma.ChannelOrderByWithRelationInput[] = [{ position: 'asc' }, { id: 'asc' }];

/** With all that a channel is shown with. */
export const CHANNEL_PARTS = {
  overwrites: true,
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
  FROM channels WHERE server_id = ANY($1) AND type <> 'THREAD' ORDER BY position, id`;

const TAGS_OF_SERVERS = `
  SELECT t.id, t.channel_id AS "channelId", t.name, t.emoji, t.moderated
  FROM forum_tags t JOIN channels c ON c.id = t.channel_id WHERE c.server_id = ANY($1) ORDER BY t.position`;

const OVERWRITES_OF_SERVERS = `
  SELECT o.channel_id AS "channelId", o.target_id AS "targetId", o.type, o.allow, o.deny
  FROM permission_overwrites o JOIN channels c ON c.id = o.channel_id WHERE c.server_id = ANY($1)`;

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
      where: { serverId: BigInt(serverId), type: { not: 'THREAD' } },
      select: { id: true, type: true, parentId: true, position: true },
    });
    return channels.map(({ id, parentId, ...place }) => ({ ...place, id: id.toString(), parentId: parentId?.toString() ?? null }));
  }

  /** A channel in a category begins with the category's overwrites: what is private stays private. */
  async insert(transaction: Transaction, { id, serverId, parentId, ...channel }: NewChannel): Promise<ChannelRow> {
    const inherited = parentId === null ? [] : await transaction.permissionOverwrite.findMany({ where: { channelId: BigInt(parentId) } });
    return transaction.channel.create({
      data: {
        ...channel,
        id: BigInt(id),
        serverId: BigInt(serverId),
        parentId: parentId === null ? null : BigInt(parentId),
        overwrites: { create: inherited.map(({ targetId, type, allow, deny }) => ({ targetId, type, allow, deny })) },
      },
      include: CHANNEL_PARTS,
    });
  }

  /** Null when the channel is gone. */
  async update(channelId: string, change: { name?: string | undefined; topic?: string | null | undefined }): Promise<ChannelRow | null> {
    const { name, topic } = change;
    const data = { ...(name !== undefined && { name }), ...(topic !== undefined && { topic }) };
    await this.prisma.channel.updateMany({ where: { id: BigInt(channelId) }, data });
    return this.byId(channelId);
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
}
