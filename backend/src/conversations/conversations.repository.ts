import { Injectable } from '@nestjs/common';
import { CHANNEL_PARTS, type ChannelRow } from '../channels/channels.service.js';
import { PrismaService, type Transaction } from '../database/prisma.service.js';
import type { RecipientRow } from './conversations.presenter.js';

/** Where a page of the list ends: pinned or not, when it was last active, and which. */
export interface ListPosition {
  pinned: boolean;
  /** Unix time in milliseconds. */
  activeAt: number;
  channelId: string;
}

export type ConversationRow = RecipientRow & ListPosition;

export interface NewConversation {
  id: string;
  name: string;
  ownerId: string | null;
  /** Null: a group. */
  dmKey: string | null;
  userIds: string[];
}

export interface StateChange {
  pinnedAt?: Date | null;
  archivedAt?: Date | null;
  mutedUntil?: Date | null;
}

/**
 * What a user sees of their conversations. A DM in which nobody ever wrote is there for whoever opened it: the other one's lies in the
 * archive until the first message, and the archive does not show it.
 */
const LIST = `
SELECT r.channel_id::text AS "channelId", r.pinned_at AS "pinnedAt", r.archived_at AS "archivedAt", r.muted_until AS "mutedUntil",
  r.pinned_at IS NOT NULL AS pinned, (extract(epoch FROM coalesce(c.last_message_at, c.created_at)) * 1000)::float8 AS "activeAt"
FROM recipients r JOIN channels c ON c.id = r.channel_id
WHERE r.user_id = $1 AND (r.archived_at IS NOT NULL) = $2 AND ($2 = false OR c.last_seq > 0)
  AND ($3::boolean IS NULL OR (r.pinned_at IS NOT NULL, coalesce(c.last_message_at, c.created_at), c.id) < ($3, to_timestamp($4::float8 / 1000), $5::bigint))
ORDER BY r.pinned_at IS NOT NULL DESC, coalesce(c.last_message_at, c.created_at) DESC, c.id DESC LIMIT $6`;

type ListRow = Omit<ConversationRow, 'channelId'> & { channelId: string };

@Injectable()
export class ConversationsRepository {
  constructor(private readonly prisma: PrismaService) {}

  transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.prisma.$transaction(work);
  }

  /** Pinned ones first, then by activity; `after` is the last one of the page before. */
  list(userId: string, archived: boolean, after: ListPosition | undefined, limit: number): Promise<ListRow[]> {
    return this.prisma.statement<ListRow>('conversations_list', LIST, [
      userId,
      archived,
      after?.pinned ?? null,
      after?.activeAt ?? null,
      after?.channelId ?? null,
      limit,
    ]);
  }

  /** Of all DMs and groups that somebody is in. */
  async idsOf(userId: string): Promise<string[]> {
    const recipients = await this.prisma.recipient.findMany({ where: { userId: BigInt(userId) }, select: { channelId: true } });
    return recipients.map(({ channelId }) => channelId.toString());
  }

  async groupIdsOf(userId: string): Promise<string[]> {
    const where = { userId: BigInt(userId), channel: { type: 'GROUP_DM' as const } };
    const recipients = await this.prisma.recipient.findMany({ where, select: { channelId: true } });
    return recipients.map(({ channelId }) => channelId.toString());
  }

  channels(channelIds: string[], transaction: Transaction = this.prisma): Promise<ChannelRow[]> {
    return transaction.channel.findMany({ where: { id: { in: channelIds.map(BigInt) }, serverId: null }, include: CHANNEL_PARTS });
  }

  state(channelId: string, userId: string, client: Transaction = this.prisma): Promise<RecipientRow | null> {
    return client.recipient.findUnique({ where: keyOf(channelId, userId) });
  }

  /** Null for whoever is not in it. */
  async setState(transaction: Transaction, channelId: string, userId: string, change: StateChange): Promise<RecipientRow | null> {
    await transaction.recipient.updateMany({ where: { channelId: BigInt(channelId), userId: BigInt(userId) }, data: change });
    return this.state(channelId, userId, transaction);
  }

  /** Begun: somebody wrote in it. */
  async dmOf(dmKey: string): Promise<{ channelId: string; begun: boolean } | null> {
    const channel = await this.prisma.channel.findUnique({ where: { dmKey }, select: { id: true, lastSeq: true } });
    return channel && { channelId: channel.id.toString(), begun: channel.lastSeq > 0 };
  }

  async hasBegun(channelId: string): Promise<boolean> {
    const channel = await this.prisma.channel.findUnique({ where: { id: BigInt(channelId) }, select: { lastSeq: true } });
    return channel !== null && channel.lastSeq > 0;
  }

  /** What waits to be stored as the first message of a DM of this user is checked again. */
  async raiseUnbegun(userId: string): Promise<void> {
    await this.prisma.channel.updateMany({
      where: { type: 'DM', lastSeq: 0, recipients: { some: { userId: BigInt(userId) } } },
      data: { accessVersion: { increment: 1 } },
    });
  }

  /** @param hiddenFor who does not see it before somebody writes */
  async insert(transaction: Transaction, { id, name, ownerId, dmKey, userIds }: NewConversation, hiddenFor?: string): Promise<void> {
    const now = new Date();
    await transaction.channel.create({
      data: {
        id: BigInt(id),
        type: dmKey === null ? 'GROUP_DM' : 'DM',
        name,
        position: 0,
        ownerId: ownerId === null ? null : BigInt(ownerId),
        dmKey,
        recipients: {
          create: userIds.map((userId) => ({ userId: BigInt(userId), joinedAt: now, archivedAt: userId === hiddenFor ? now : null })),
        },
      },
    });
  }

  /** The group as it stands, under a lock of its row; those who are in it longest first. Null when it is gone, or is none. */
  async lockGroup(transaction: Transaction, channelId: string): Promise<{ ownerId: string | null; recipientIds: string[] } | null> {
    const [group] = await transaction.$queryRaw<{ ownerId: bigint | null }[]>`
      SELECT owner_id AS "ownerId" FROM channels WHERE id = ${BigInt(channelId)} AND type = 'GROUP_DM' FOR NO KEY UPDATE`;
    if (!group) return null;
    const recipients = await transaction.recipient.findMany({
      where: { channelId: BigInt(channelId) },
      select: { userId: true },
      orderBy: [{ joinedAt: 'asc' }, { userId: 'asc' }],
    });
    return { ownerId: group.ownerId?.toString() ?? null, recipientIds: recipients.map(({ userId }) => userId.toString()) };
  }

  /** What was written before counts as read. */
  async addRecipient(transaction: Transaction, channelId: string, userId: string): Promise<void> {
    const [channel, user] = [BigInt(channelId), BigInt(userId)];
    await transaction.recipient.create({ data: { channelId: channel, userId: user } });
    await transaction.$executeRaw`
      INSERT INTO read_states (user_id, channel_id, joined_seq, last_read_seq, last_delivered_seq)
      SELECT ${user}, id, last_seq, last_seq, last_seq FROM channels WHERE id = ${channel}
      ON CONFLICT (user_id, channel_id) DO UPDATE SET
        joined_seq = excluded.joined_seq, last_read_seq = excluded.last_read_seq,
        last_delivered_seq = excluded.last_delivered_seq, marked_unread_seq = NULL`;
  }

  async removeRecipient(transaction: Transaction, channelId: string, userId: string): Promise<void> {
    await transaction.recipient.delete({ where: keyOf(channelId, userId) });
  }

  async updateGroup(
    transaction: Transaction,
    channelId: string,
    { name, icon, ownerId }: { name?: string; icon?: string | null; ownerId?: string },
  ): Promise<void> {
    await transaction.channel.update({
      where: { id: BigInt(channelId) },
      data: { ...(name !== undefined && { name }), ...(icon !== undefined && { icon }), ...(ownerId && { ownerId: BigInt(ownerId) }) },
      select: { id: true },
    });
  }

  async removeChannel(transaction: Transaction, channelId: string): Promise<void> {
    await transaction.channel.deleteMany({ where: { id: BigInt(channelId) } });
  }

  /** How many conversations a user has pinned. */
  /** How many others are pinned, until the transaction ends. */
  async pinnedBeside(transaction: Transaction, userId: string, channelId: string): Promise<number> {
    await transaction.$queryRaw`SELECT FROM users WHERE id = ${BigInt(userId)} FOR NO KEY UPDATE`;
    return transaction.recipient.count({
      where: { userId: BigInt(userId), pinnedAt: { not: null }, channelId: { not: BigInt(channelId) } },
    });
  }
}

const keyOf = (channelId: string, userId: string) => ({ channelId_userId: { channelId: BigInt(channelId), userId: BigInt(userId) } });
