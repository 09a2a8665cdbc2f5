import { Injectable } from '@nestjs/common';
import { PrismaService, type Transaction } from '../../database/prisma.service.js';
import type { UserSummaryRow } from '../../users/users.service.js';
import type { KeysetPosition } from '../keyset-cursor.js';
import type { MemberRow } from '../servers.presenter.js';
import type { JoinRow, OriginRow } from './members.presenter.js';

const PERSON = {
  user: { select: { id: true, username: true, displayName: true, avatar: true } },
  roles: { select: { roleId: true } },
} as const;

const keyOf = (serverId: string, userId: string) => ({ serverId_userId: { serverId: BigInt(serverId), userId: BigInt(userId) } });

@Injectable()
export class MembersRepository {
  constructor(private readonly prisma: PrismaService) {}

  /** Null for whoever is not in the server. */
  byId(serverId: string, userId: string): Promise<MemberRow | null> {
    return this.prisma.atOneMoment((snapshot) => snapshot.member.findUnique({ where: keyOf(serverId, userId), include: PERSON }));
  }

  /** Of somebody who is in it. */
  locked(transaction: Transaction, serverId: string, userId: string): Promise<MemberRow> {
    return transaction.member.findUniqueOrThrow({ where: keyOf(serverId, userId), include: PERSON });
  }

  update(
    transaction: Transaction,
    serverId: string,
    userId: string,
    change: { nickname?: string | null; timeoutUntil?: Date | null },
  ): Promise<MemberRow> {
    return transaction.member.update({ where: keyOf(serverId, userId), data: change, include: PERSON });
  }

  /** Of these users those who are members. */
  origins(serverId: string, userIds: string[]): Promise<OriginRow[]> {
    return this.prisma.member.findMany({
      where: { serverId: BigInt(serverId), userId: { in: userIds.map(BigInt) } },
      select: { userId: true, inviterId: true, inviteCode: true },
    });
  }

  /** Those who were in and are gone whose user name or display name begins so, whatever its case, by the name that is shown. */
  former(serverId: string, name: string, limit: number): Promise<UserSummaryRow[]> {
    const pattern = `${name.toLowerCase().replaceAll(/[\\%_]/g, '\\$&')}%`;
    return this.prisma.planned<UserSummaryRow>(
      `SELECT u.id, u.username, u.display_name AS "displayName", u.avatar FROM users u
       WHERE (lower(u.display_name) LIKE $2 OR lower(u.username) LIKE $2)
         AND EXISTS (SELECT FROM joins j WHERE j.server_id = $1 AND j.user_id = u.id)
         AND NOT EXISTS (SELECT FROM members m WHERE m.server_id = $1 AND m.user_id = u.id)
       ORDER BY lower(u.display_name), u.id LIMIT $3`,
      [serverId, pattern, limit],
    );
  }

  /** The newest first; `before` is the last one of the page before. */
  joins(serverId: string, inviterId: string | undefined, before: KeysetPosition | undefined, limit: number): Promise<JoinRow[]> {
    const cursor = before && [before.at, before.key];
    return this.prisma.statement<JoinRow>(
      `members_joins${inviterId === undefined ? '' : '_of'}${cursor ? '_before' : ''}`,
      `SELECT j.id, j.user_id AS "userId", j.inviter_id AS "inviterId", j.invite_code AS "inviteCode", j.joined_at AS "joinedAt",
         EXISTS (SELECT FROM members m WHERE m.server_id = j.server_id AND m.user_id = j.user_id) AS "isMember"
       FROM joins j WHERE j.server_id = $1
         ${inviterId === undefined ? 'AND $2::bigint IS NULL' : 'AND j.inviter_id = $2'}
         ${cursor ? 'AND (j.joined_at, j.id) < ($4, $5)' : ''}
       ORDER BY j.joined_at DESC, j.id DESC LIMIT $3`,
      [serverId, inviterId ?? null, limit, ...(cursor ?? [])],
    );
  }
}
