import { Injectable } from '@nestjs/common';
import { PrismaService } from '../database/prisma.service.js';
import type { PresenceFacts } from '../users/users.service.js';

/** One member with all that a list shows of them. */
export interface ListedRow extends PresenceFacts {
  nickname: string | null;
  joinedAt: Date;
  timeoutUntil: Date | null;
  pending: boolean;
  username: string;
  displayName: string;
  avatar: string | null;
  roleIds: string[];
}

const listed = (andOnly: string) => `
SELECT m.user_id AS "userId", m.nickname, m.joined_at AS "joinedAt", m.timeout_until AS "timeoutUntil", m.pending,
  u.username, u.display_name AS "displayName", u.avatar, u.status, u.last_seen_at AS "lastSeenAt",
  u.status_text AS "statusText", u.status_expires_at AS "statusExpiresAt", coalesce(r.ids, '{}') AS "roleIds"
FROM members m JOIN users u ON u.id = m.user_id
LEFT JOIN (
  SELECT user_id, array_agg(role_id::text ORDER BY role_id) AS ids FROM member_roles WHERE server_id = $1 ${andOnly} GROUP BY user_id
) r ON r.user_id = m.user_id
WHERE m.server_id = $1 ${andOnly.replace('user_id', 'm.user_id')}`;

@Injectable()
export class MemberListRepository {
  constructor(private readonly prisma: PrismaService) {}

  all(serverId: string): Promise<ListedRow[]> {
    return this.prisma.statement<ListedRow>('member_list_all', listed(''), [serverId]);
  }

  /** Those of the users who are members. */
  some(serverId: string, userIds: string[]): Promise<ListedRow[]> {
    return this.prisma.statement<ListedRow>('member_list_some', listed('AND user_id = ANY($2::bigint[])'), [serverId, userIds]);
  }

  /** Ids of the roles under which members are shown, the highest first. */
  async hoistedRoles(serverId: string): Promise<string[]> {
    const rows = await this.prisma.statement<{ id: string }>(
      'member_list_roles',
      'SELECT id FROM roles WHERE server_id = $1 AND hoist AND id <> $1 ORDER BY position DESC, id',
      [serverId],
    );
    return rows.map(({ id }) => id);
  }
}
