import { Injectable } from '@nestjs/common';
import { DEFAULT_EVERYONE_PERMISSIONS } from '@hearth/contract';
import { PrismaService, type Transaction } from '../database/prisma.service.js';
import type { Prisma } from '../generated/prisma/client.js';
import type { KeysetPosition } from './keyset-cursor.js';
import type { MemberRow, ServerRow } from './servers.presenter.js';

export interface NewServer {
  id: string;
  channelId: string;
  ownerId: string;
  name: string;
}

const ROLES = { orderBy: [{ position: 'asc' }, { id: 'asc' }] } satisfies Prisma.Server$rolesArgs;
const PERSON = {
  user: { select: { id: true, username: true, displayName: true, avatar: true } },
  roles: { select: { roleId: true } },
} as const;

@Injectable()
export class ServersRepository {
  constructor(private readonly prisma: PrismaService) {}

  transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.prisma.$transaction(work);
  }

  byId(serverId: string): Promise<ServerRow | null> {
    return this.prisma.server.findUnique({ where: { id: BigInt(serverId) }, include: { roles: ROLES } });
  }

  /** The memberships of a user with their servers, in the order in which they joined: all, or that of one server. */
  memberships(userId: string, serverId?: string): Promise<(MemberRow & { server: ServerRow })[]> {
    return this.prisma.atOneMoment((snapshot) =>
      snapshot.member.findMany({
        where: { userId: BigInt(userId), ...(serverId !== undefined && { serverId: BigInt(serverId) }) },
        include: { ...PERSON, server: { include: { roles: ROLES } } },
        orderBy: [{ joinedAt: 'asc' }, { serverId: 'asc' }],
      }),
    );
  }

  /** How many servers a user is in, under a lock of the user's row: of two joins at once the second counts the first. */
  async countForUpdate(transaction: Transaction, userId: string): Promise<number> {
    await transaction.$queryRaw`SELECT FROM users WHERE id = ${BigInt(userId)} FOR NO KEY UPDATE`;
    return transaction.member.count({ where: { userId: BigInt(userId) } });
  }

  async insert(transaction: Transaction, { id, channelId, ownerId, name }: NewServer): Promise<void> {
    await transaction.server.create({
      data: {
        id: BigInt(id),
        name,
        ownerId: BigInt(ownerId),
        memberCount: 1,
        roles: { create: { id: BigInt(id), name: '@everyone', position: 0, permissions: DEFAULT_EVERYONE_PERMISSIONS } },
        members: { create: { userId: BigInt(ownerId) } },
        channels: { create: { id: BigInt(channelId), type: 'TEXT', name: 'general', position: 0 } },
      },
    });
  }

  /** Null when the server is gone. */
  async update(serverId: string, { name }: { name?: string | undefined }): Promise<ServerRow | null> {
    await this.prisma.server.updateMany({ where: { id: BigInt(serverId) }, data: { ...(name !== undefined && { name }) } });
    return this.byId(serverId);
  }

  /** False when it was gone already. */
  async remove(serverId: string): Promise<boolean> {
    const { count } = await this.prisma.server.deleteMany({ where: { id: BigInt(serverId) } });
    return count > 0;
  }

  /** By time of joining; `after` is the last one of the page before. */
  members(serverId: string, after: KeysetPosition | undefined, limit: number): Promise<MemberRow[]> {
    return this.prisma.atOneMoment((snapshot) =>
      snapshot.member.findMany({
        where: {
          serverId: BigInt(serverId),
          ...(after && {
            // The first line bounds the walk through the index, the second cuts off what stands before the cursor in the same moment.
            joinedAt: { gte: after.at },
            OR: [{ joinedAt: { gt: after.at } }, { userId: { gt: BigInt(after.key) } }],
          }),
        },
        include: PERSON,
        orderBy: [{ joinedAt: 'asc' }, { userId: 'asc' }],
        take: limit,
      }),
    );
  }

  /** Null when the server is gone. Until the transaction ends nobody else joins, leaves or deletes it. */
  async lock(transaction: Transaction, serverId: string): Promise<{ ownerId: string } | null> {
    const [server] = await transaction.$queryRaw<{ ownerId: bigint }[]>`
      SELECT owner_id AS "ownerId" FROM servers WHERE id = ${BigInt(serverId)} FOR NO KEY UPDATE`;
    return server ? { ownerId: server.ownerId.toString() } : null;
  }

  async isMember(transaction: Transaction, serverId: string, userId: string): Promise<boolean> {
    const count = await transaction.member.count({ where: { serverId: BigInt(serverId), userId: BigInt(userId) } });
    return count > 0;
  }

  /** The reading position starts at what has been posted so far, also for somebody who comes back. */
  async addMember(transaction: Transaction, serverId: string, userId: string): Promise<void> {
    const [server, user] = [BigInt(serverId), BigInt(userId)];
    await transaction.member.create({ data: { serverId: server, userId: user } });
    await transaction.server.update({ where: { id: server }, data: { memberCount: { increment: 1 } }, select: { id: true } });
    await transaction.$executeRaw`
      INSERT INTO read_states (user_id, channel_id, joined_seq, last_read_seq, last_delivered_seq)
      SELECT ${user}, id, last_seq, last_seq, last_seq FROM channels WHERE server_id = ${server} AND last_seq > 0
      ON CONFLICT (user_id, channel_id) DO UPDATE SET
        joined_seq = excluded.joined_seq,
        last_read_seq = excluded.last_read_seq,
        last_delivered_seq = excluded.last_delivered_seq,
        marked_unread_seq = NULL`;
  }

  async removeMember(transaction: Transaction, serverId: string, userId: string): Promise<void> {
    const server = BigInt(serverId);
    await transaction.member.delete({ where: { serverId_userId: { serverId: server, userId: BigInt(userId) } } });
    await transaction.server.update({ where: { id: server }, data: { memberCount: { decrement: 1 } }, select: { id: true } });
  }
}
