import { Injectable } from '@nestjs/common';
import { DEFAULT_EVERYONE_PERMISSIONS, type VerificationLevel } from '@hearth/contract';
import { PrismaService, type Transaction } from '../database/prisma.service.js';
import type { Prisma } from '../generated/prisma/client.js';
import type { KeysetPosition } from './keyset-cursor.js';
import type { MemberRow, ServerRow } from './servers.presenter.js';

/** By whose invite somebody comes. */
export interface Origin {
  inviterId: string | null;
  inviteCode: string;
}

export interface ServerFields {
  name: string;
  description: string;
  verificationLevel: VerificationLevel;
  rules: string[];
  /** Seconds. */
  minAccountAge: number;
}

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

  /** What of a server `update` may change. */
  changeable(transaction: Transaction, serverId: string): Promise<ServerFields> {
    return transaction.server.findUniqueOrThrow({
      where: { id: BigInt(serverId) },
      select: { name: true, description: true, verificationLevel: true, rules: true, minAccountAge: true },
    });
  }

  update(transaction: Transaction, serverId: string, change: Partial<ServerFields>): Promise<ServerRow> {
    return transaction.server.update({ where: { id: BigInt(serverId) }, data: change, include: { roles: ROLES } });
  }

  /** Lets in who has not accepted the rules. Returns them. */
  async admitPending(transaction: Transaction, serverId: string): Promise<MemberRow[]> {
    const pending = { serverId: BigInt(serverId), pending: true };
    const rows = await transaction.member.findMany({ where: pending, include: PERSON });
    await transaction.member.updateMany({ where: pending, data: { pending: false } });
    return rows.map((row) => ({ ...row, pending: false }));
  }

  /** False when it was gone already, or is somebody else's by now. */
  async remove(serverId: string, ownerId: string): Promise<boolean> {
    const { count } = await this.prisma.server.deleteMany({ where: { id: BigInt(serverId), ownerId: BigInt(ownerId) } });
    return count > 0;
  }

  /** Those whose nickname, display name or user name begins with `name`, whatever its case, by the name that is shown. */
  async search(serverId: string, { name, roleId }: { name: string; roleId: string | undefined }, limit: number): Promise<MemberRow[]> {
    const pattern = `${name.toLowerCase().replaceAll(/[\\%_]/g, '\\$&')}%`;
    const found = await this.prisma.statement<{ id: string }>(
      `members_search${roleId === undefined ? '' : '_with_role'}`,
      `SELECT u.id FROM members m JOIN users u ON u.id = m.user_id
       WHERE m.server_id = $1 AND (lower(m.nickname) LIKE $2 OR lower(u.display_name) LIKE $2 OR u.username LIKE $2)
         ${roleId === undefined ? '' : 'AND EXISTS (SELECT FROM member_roles r WHERE r.server_id = $1 AND r.user_id = u.id AND r.role_id = $4)'}
       ORDER BY lower(coalesce(m.nickname, u.display_name)), u.id LIMIT $3`,
      [serverId, pattern, limit, ...(roleId === undefined ? [] : [roleId])],
    );
    const ids = found.map(({ id }) => BigInt(id));
    const rows = await this.prisma.atOneMoment((snapshot) =>
      snapshot.member.findMany({ where: { serverId: BigInt(serverId), userId: { in: ids } }, include: PERSON }),
    );
    const byId = new Map(rows.map((row) => [row.userId, row]));
    return ids.flatMap((id) => byId.get(id) ?? []);
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

  /** Of these users those who are members. */
  membersAmong(serverId: string, userIds: string[]): Promise<MemberRow[]> {
    return this.prisma.atOneMoment((snapshot) =>
      snapshot.member.findMany({ where: { serverId: BigInt(serverId), userId: { in: userIds.map(BigInt) } }, include: PERSON }),
    );
  }

  /** Those of them who are in the server, or once were. */
  async everIn(serverId: string, userIds: string[]): Promise<Set<string>> {
    const rows = await this.prisma.statement<{ userId: string }>(
      'servers_ever_in',
      `SELECT user_id AS "userId" FROM members WHERE server_id = $1 AND user_id = ANY($2::bigint[])
       UNION SELECT user_id FROM joins WHERE server_id = $1 AND user_id = ANY($2::bigint[])`,
      [serverId, userIds],
    );
    return new Set(rows.map(({ userId }) => userId));
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

  /**
   * The reading position starts at what has been posted so far, also for somebody who comes back. Where there are rules, they have to be
   * accepted. A timeout goes on: leaving and coming back does not end it.
   *
   * @param joinId of the entry in the list of joins
   */
  async addMember(transaction: Transaction, joinId: string, serverId: string, userId: string, origin: Origin): Promise<void> {
    const [server, user] = [BigInt(serverId), BigInt(userId)];
    const from = { inviterId: origin.inviterId === null ? null : BigInt(origin.inviterId), inviteCode: origin.inviteCode };
    const { rules } = await transaction.server.update({
      where: { id: server },
      data: { memberCount: { increment: 1 } },
      select: { rules: true },
    });
    const timeoutUntil = await this.takeKeptTimeout(transaction, server, user);
    const { joinedAt } = await transaction.member.create({
      data: { ...from, serverId: server, userId: user, pending: rules.length > 0, timeoutUntil },
      select: { joinedAt: true },
    });
    await transaction.join.create({
      data: { ...from, id: BigInt(joinId), serverId: server, userId: user, joinedAt },
      select: { id: true },
    });
    await transaction.$executeRaw`
      INSERT INTO read_states (user_id, channel_id, joined_seq, last_read_seq, last_delivered_seq)
      SELECT ${user}, id, last_seq, last_seq, last_seq FROM channels WHERE server_id = ${server} AND last_seq > 0
      ON CONFLICT (user_id, channel_id) DO UPDATE SET
        joined_seq = excluded.joined_seq,
        last_read_seq = excluded.last_read_seq,
        last_delivered_seq = excluded.last_delivered_seq,
        marked_unread_seq = NULL`;
  }

  /** Returns those who were in it. They leave its threads; what is left of their timeouts is kept for when they come back. */
  async removeMembers(transaction: Transaction, serverId: string, userIds: string[]): Promise<string[]> {
    const gone = await transaction.$queryRaw<{ userId: bigint }[]>`
      WITH gone AS (
        DELETE FROM members WHERE server_id = ${BigInt(serverId)} AND user_id = ANY(${userIds.map(BigInt)}) RETURNING user_id, timeout_until
      ), kept AS (
        INSERT INTO kept_timeouts (server_id, user_id, until)
        SELECT ${BigInt(serverId)}, user_id, timeout_until FROM gone WHERE timeout_until > now()
        ON CONFLICT (server_id, user_id) DO UPDATE SET until = excluded.until
      ), left_threads AS (
        DELETE FROM thread_members t USING gone, channels c
        WHERE t.user_id = gone.user_id AND c.id = t.channel_id AND c.server_id = ${BigInt(serverId)}
      ), counted AS (
        UPDATE servers SET member_count = member_count - (SELECT count(*)::int FROM gone) WHERE id = ${BigInt(serverId)}
      )
      SELECT user_id AS "userId" FROM gone`;
    return gone.map(({ userId }) => userId.toString());
  }

  private async takeKeptTimeout(transaction: Transaction, serverId: bigint, userId: bigint): Promise<Date | null> {
    const [kept] = await transaction.$queryRaw<{ until: Date }[]>`
      DELETE FROM kept_timeouts WHERE server_id = ${serverId} AND user_id = ${userId} RETURNING until`;
    return kept && kept.until > new Date() ? kept.until : null;
  }
}
