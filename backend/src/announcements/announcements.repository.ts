import { Injectable } from '@nestjs/common';
import { PrismaService, type Transaction } from '../database/prisma.service.js';

export interface FollowerRow {
  channelId: string;
  channelName: string;
  serverId: string;
  serverName: string;
  creatorId: string | null;
  createdAt: Date;
  /** Whether whoever asks is in that server. */
  isMember: boolean;
}

export interface NewFollower {
  channelId: string;
  targetId: string;
  creatorId: string;
}

const COLUMNS = `c.id AS "channelId", c.name AS "channelName", s.id AS "serverId", s.name AS "serverName", f.creator_id AS "creatorId",
  f.created_at AS "createdAt", EXISTS (SELECT FROM members m WHERE m.server_id = s.id AND m.user_id = $2) AS "isMember"`;

@Injectable()
export class AnnouncementsRepository {
  constructor(private readonly prisma: PrismaService) {}

  /** The channels that follow one, by id, with where they are. */
  followers(channelId: string, askerId: string, after: string, limit: number): Promise<FollowerRow[]> {
    return this.prisma.statement<FollowerRow>(
      'followers_of',
      `SELECT ${COLUMNS} FROM channel_followers f JOIN channels c ON c.id = f.target_id JOIN servers s ON s.id = c.server_id
       WHERE f.channel_id = $1 AND f.target_id > $3 ORDER BY f.target_id LIMIT $4`,
      [channelId, askerId, after, limit],
    );
  }

  /** The channels that one follows. */
  followed(targetId: string, askerId: string): Promise<FollowerRow[]> {
    return this.prisma.statement<FollowerRow>(
      'followed_by',
      `SELECT ${COLUMNS} FROM channel_followers f JOIN channels c ON c.id = f.channel_id JOIN servers s ON s.id = c.server_id
       WHERE f.target_id = $1 ORDER BY f.channel_id`,
      [targetId, askerId],
    );
  }

  async targetIds(channelId: string, after: string, limit: number): Promise<string[]> {
    const rows = await this.prisma.channelFollower.findMany({
      where: { channelId: BigInt(channelId), targetId: { gt: BigInt(after) } },
      select: { targetId: true },
      orderBy: { targetId: 'asc' },
      take: limit,
    });
    return rows.map(({ targetId }) => targetId.toString());
  }

  /** What two channels and their servers are called, as it is until the transaction ends. */
  async names(
    transaction: Transaction,
    ...channelIds: string[]
  ): Promise<Map<string, { name: string; server: { id: bigint; name: string } | null }>> {
    const rows = await transaction.channel.findMany({
      where: { id: { in: channelIds.map(BigInt) } },
      select: { id: true, name: true, server: { select: { id: true, name: true } } },
    });
    return new Map(rows.map(({ id, ...names }) => [id.toString(), names]));
  }

  /** Whether the rules of the server of a channel are those of this version. */
  async isAsOf(transaction: Transaction, channelId: string, accessVersion: number): Promise<boolean> {
    return (await transaction.channel.count({ where: { id: BigInt(channelId), server: { accessVersion } } })) > 0;
  }

  async countFollowed(transaction: Transaction, targetId: string): Promise<number> {
    return transaction.channelFollower.count({ where: { targetId: BigInt(targetId) } });
  }

  async isFollower(transaction: Transaction, channelId: string, targetId: string): Promise<boolean> {
    return (await transaction.channelFollower.count({ where: { channelId: BigInt(channelId), targetId: BigInt(targetId) } })) > 0;
  }

  async insert(transaction: Transaction, { channelId, targetId, creatorId }: NewFollower): Promise<void> {
    const data = { channelId: BigInt(channelId), targetId: BigInt(targetId), creatorId: BigInt(creatorId) };
    await transaction.channelFollower.create({ data });
  }

  /** False when it did not follow. */
  async remove(transaction: Transaction, channelId: string, targetId: string): Promise<boolean> {
    const { count } = await transaction.channelFollower.deleteMany({ where: { channelId: BigInt(channelId), targetId: BigInt(targetId) } });
    return count > 0;
  }
}
