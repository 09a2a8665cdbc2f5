import { Injectable } from '@nestjs/common';
import type { ChosenStatus } from '@hearth/contract';
import { PrismaService } from '../database/prisma.service.js';
import type { UserRow, UserSummaryRow } from './users.presenter.js';

export interface PresenceFacts {
  userId: string;
  status: ChosenStatus;
  lastSeenAt: Date | null;
}

export interface UserChange {
  displayName?: string | undefined;
  bio?: string | undefined;
  pronouns?: string | undefined;
  bannerColor?: number | null | undefined;
  statusText?: string | undefined;
  statusExpiresAt?: Date | null | undefined;
  status?: ChosenStatus;
}

const SUMMARY = { id: true, username: true, displayName: true, avatar: true } as const;

const FOUND_AT_MOST = 25;

const escapeLike = (text: string): string => text.replaceAll(/[\\%_]/g, '\\$&');

@Injectable()
export class UsersRepository {
  constructor(private readonly prisma: PrismaService) {}

  byId(userId: string): Promise<UserRow | null> {
    return this.prisma.user.findUnique({ where: { id: BigInt(userId) } });
  }

  summaries(userIds: string[]): Promise<UserSummaryRow[]> {
    return this.prisma.user.findMany({ where: { id: { in: userIds.map(BigInt) } }, select: SUMMARY });
  }

  async presenceFacts(userIds: string[]): Promise<PresenceFacts[]> {
    const users = await this.prisma.user.findMany({
      where: { id: { in: userIds.map(BigInt) } },
      select: { id: true, status: true, lastSeenAt: true },
    });
    return users.map(({ id, ...facts }) => ({ userId: id.toString(), ...facts }));
  }

  /** What is undefined stays. */
  update(userId: string, change: UserChange): Promise<UserRow> {
    const data = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    return this.prisma.user.update({ where: { id: BigInt(userId) }, data });
  }

  async setLastSeen(userId: string, at: Date): Promise<void> {
    await this.prisma.user.updateMany({ where: { id: BigInt(userId) }, data: { lastSeenAt: at } });
  }

  /** People in the same servers as the user whose user name or display name begins with `query`, whatever its case. */
  search(userId: string, query: string): Promise<UserSummaryRow[]> {
    const lower = query.toLowerCase();
    return this.prisma.statement<UserSummaryRow>(
      'users_search',
      `SELECT u.id, u.username, u.display_name AS "displayName", u.avatar FROM users u
       WHERE (u.username LIKE $2 OR lower(u.display_name) LIKE $2)
         AND EXISTS (SELECT FROM members mine JOIN members theirs USING (server_id) WHERE mine.user_id = $1 AND theirs.user_id = u.id)
       ORDER BY u.username = $3 DESC, u.username LIKE $2 DESC, u.username LIMIT $4`,
      [userId, `${escapeLike(lower)}%`, lower, FOUND_AT_MOST],
    );
  }
}
