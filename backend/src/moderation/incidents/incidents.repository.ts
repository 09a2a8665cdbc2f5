import { Injectable } from '@nestjs/common';
import { idAt, limits, type AuditChange, type IncidentEvidence } from '@hearth/contract';
import { PrismaService, type Transaction } from '../../database/prisma.service.js';
import type { UserSummaryRow } from '../../users/users.service.js';
import type { IncidentState } from './incident-state.js';
import type { ChangeRow, IncidentPart, IncidentRow } from './incidents.presenter.js';

/** From `since` until before `until`, both in Unix time in milliseconds. */
export interface Window {
  serverId: string;
  since: number;
  until: number;
}

export interface JoinRow {
  userId: string;
  inviterId: string | null;
  inviteCode: string | null;
  joinedAt: Date;
}

export interface MessageCount {
  authorId: string;
  channelId: string;
  name: string;
  count: number;
}

export interface MemberRow {
  userId: bigint;
  nickname: string | null;
  joinedAt: Date;
  inviterId: bigint | null;
  inviteCode: string | null;
  user: UserSummaryRow;
  roles: { roleId: bigint }[];
}

type Evidence = Omit<IncidentEvidence, 'number'>;

const PERSON = {
  user: { select: { id: true, username: true, displayName: true, avatar: true } },
  roles: { select: { roleId: true } },
} as const;

const bounds = ({ serverId, since, until }: Window) => ({
  serverId: BigInt(serverId),
  id: { gte: BigInt(idAt(since)), lt: BigInt(idAt(until)) },
});

@Injectable()
export class IncidentsRepository {
  constructor(private readonly prisma: PrismaService) {}

  /** Of each who came, also by one invite, the last time; those who are still there before those who are gone, and those before the banned. */
  joins({ serverId, since, until }: Window, inviteCode: string | undefined): Promise<JoinRow[]> {
    return this.prisma.statement<JoinRow>(
      'incidents_joins',
      `WITH last AS (
         SELECT DISTINCT ON (user_id) user_id AS "userId", inviter_id AS "inviterId", invite_code AS "inviteCode", joined_at AS "joinedAt"
         FROM joins WHERE server_id = $1 AND joined_at >= $2 AND joined_at < $3 AND ($4::text IS NULL OR invite_code = $4)
         ORDER BY user_id, joined_at DESC
       )
       SELECT last.* FROM last
       LEFT JOIN members m ON m.server_id = $1 AND m.user_id = "userId"
       LEFT JOIN bans b ON b.server_id = $1 AND b.user_id = "userId"
       ORDER BY m.user_id IS NULL, b.user_id IS NOT NULL, "joinedAt", "userId" LIMIT $5`,
      [serverId, new Date(since), new Date(until), inviteCode ?? null, limits.incidentSuspects],
    );
  }

  async countJoins({ serverId, since, until }: Window, inviteCode: string | undefined): Promise<number> {
    const people = await this.prisma.statement<{ count: number }>(
      'incidents_joins_count',
      `SELECT count(DISTINCT user_id)::int AS count FROM joins
       WHERE server_id = $1 AND joined_at >= $2 AND joined_at < $3 AND ($4::text IS NULL OR invite_code = $4)`,
      [serverId, new Date(since), new Date(until), inviteCode ?? null],
    );
    return people[0]?.count ?? 0;
  }

  /** How much each wrote where. */
  messageCounts({ serverId, since, until }: Window, userIds: string[]): Promise<MessageCount[]> {
    return this.prisma.statement<MessageCount>(
      'incidents_messages',
      `SELECT m.author_id AS "authorId", c.id AS "channelId", c.name, count(*)::int AS count
       FROM messages m JOIN channels c ON c.id = m.channel_id
       WHERE m.author_id = ANY($2::bigint[]) AND m.id >= $3 AND m.id < $4 AND m.deleted_at IS NULL AND m.type <> 'AUTOMOD_ALERT'
         AND c.server_id = $1
       GROUP BY m.author_id, c.id`,
      [serverId, userIds, idAt(since), idAt(until)],
    );
  }

  /** What they did that the audit log kept, the newest first; `before` is the last one that was looked at. */
  async changes(window: Window, userIds: string[], before: string | null, limit: number): Promise<ChangeRow[]> {
    const { serverId, id } = bounds(window);
    const rows = await this.prisma.auditLogEntry.findMany({
      where: { serverId, actorId: { in: userIds.map(BigInt) }, id: before === null ? id : { ...id, lt: BigInt(before) } },
      omit: { lost: true },
      orderBy: { id: 'desc' },
      take: limit,
    });
    return rows.map((row) => ({ ...row, action: row.action as ChangeRow['action'], changes: row.changes as AuditChange[] }));
  }

  /** How much each did that the audit log kept. */
  async changeCounts(window: Window, userIds: string[]): Promise<Map<string, number>> {
    const where = { ...bounds(window), actorId: { in: userIds.map(BigInt) } };
    const counts = await this.prisma.auditLogEntry.groupBy({ by: 'actorId', where, _count: true });
    return new Map(counts.map(({ actorId, _count }) => [`${actorId}`, _count]));
  }

  async bannedAmong(serverId: string, userIds: string[]): Promise<Set<string>> {
    const rows = await this.prisma.ban.findMany({
      where: { serverId: BigInt(serverId), userId: { in: userIds.map(BigInt) } },
      select: { userId: true },
    });
    return new Set(rows.map(({ userId }) => userId.toString()));
  }

  insert(transaction: Transaction, part: IncidentPart): Promise<IncidentRow> {
    const { id, serverId, actorId, since, until, state } = part;
    return transaction.incident.create({
      data: {
        id: BigInt(id),
        serverId: BigInt(serverId),
        actorId: actorId === null ? null : BigInt(actorId),
        since: new Date(since),
        until: new Date(until),
        summary: state,
      },
    });
  }

  byId(incidentId: string): Promise<IncidentRow | null> {
    return this.prisma.incident.findUnique({ where: { id: BigInt(incidentId) } });
  }

  /** The newest first; `before` is the last one of the page before. */
  list(serverId: string, before: string | undefined, limit: number): Promise<IncidentRow[]> {
    return this.prisma.incident.findMany({
      where: { serverId: BigInt(serverId), ...(before !== undefined && { id: { lt: BigInt(before) } }) },
      orderBy: { id: 'desc' },
      take: limit,
    });
  }

  transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.prisma.$transaction(work);
  }

  /** As it is, and stays until the transaction ends. The server's row comes first, as for whoever deletes it with its incidents. */
  async lock(transaction: Transaction, serverId: string, incidentId: string): Promise<IncidentRow | null> {
    await transaction.$queryRaw`SELECT FROM servers WHERE id = ${BigInt(serverId)} FOR KEY SHARE`;
    await transaction.$queryRaw`SELECT FROM incidents WHERE id = ${BigInt(incidentId)} FOR UPDATE`;
    return transaction.incident.findUnique({ where: { id: BigInt(incidentId) } });
  }

  async save(transaction: Transaction, incidentId: string, state: IncidentState): Promise<void> {
    await transaction.incident.update({ where: { id: BigInt(incidentId) }, data: { summary: state }, select: { id: true } });
  }

  /** @param from the number of the first */
  async keep(transaction: Transaction, incidentId: string, from: number, evidence: Evidence[]): Promise<void> {
    await transaction.incidentEvidence.createMany({
      data: evidence.map(({ kind, data }, index) => ({ incidentId: BigInt(incidentId), number: from + index, kind, data })),
    });
  }

  /** In the order in which it was taken back; `after` is the last one of the page before. */
  evidence(incidentId: string, after: number | undefined, limit: number): Promise<{ number: number; kind: string; data: unknown }[]> {
    return this.prisma.incidentEvidence.findMany({
      where: { incidentId: BigInt(incidentId), ...(after !== undefined && { number: { gt: after } }) },
      orderBy: { number: 'asc' },
      take: limit,
      select: { number: true, kind: true, data: true },
    });
  }

  members(transaction: Transaction, serverId: string, userIds: string[]): Promise<MemberRow[]> {
    return transaction.member.findMany({
      where: { serverId: BigInt(serverId), userId: { in: userIds.map(BigInt) } },
      include: PERSON,
      orderBy: [{ joinedAt: 'asc' }, { userId: 'asc' }],
    });
  }

  /** By id; those that are gone are left out. */
  async people(transaction: Transaction, userIds: string[]): Promise<Map<string, UserSummaryRow>> {
    const rows = await transaction.user.findMany({ where: { id: { in: userIds.map(BigInt) } }, select: PERSON.user.select });
    return new Map(rows.map((row) => [row.id.toString(), row]));
  }

  async channelName(transaction: Transaction, channelId: string): Promise<string> {
    const channel = await transaction.channel.findUnique({ where: { id: BigInt(channelId) }, select: { name: true } });
    return channel?.name ?? '';
  }
}
