import { Injectable } from '@nestjs/common';
import type { Profile } from '@hearth/contract';
import { PrismaService } from '../../database/prisma.service.js';
import type { UserSummaryRow } from '../../users/users.service.js';

const FOUND_AT_MOST = 25;

const escapeLike = (text: string): string => text.replaceAll(/[\\%_]/g, '\\$&');

/**
 * Whether user $1 meets somebody in a server or a conversation, a DM once somebody wrote in it. OFFSET 0 keeps the first from being asked by gathering everybody in all
 * their servers, who may be tens of thousands.
 */
const meets = (otherId: string): string => `(
  EXISTS (SELECT FROM members mine JOIN members theirs USING (server_id) WHERE mine.user_id = $1 AND theirs.user_id = ${otherId} OFFSET 0)
  OR EXISTS (SELECT FROM recipients mine JOIN recipients theirs USING (channel_id) JOIN channels c ON c.id = channel_id
    WHERE mine.user_id = $1 AND theirs.user_id = ${otherId} AND (c.type <> 'DM' OR c.last_seq > 0)))`;

/** Whether somebody stands in the list of user $1. */
const lists = (otherId: string): string => `EXISTS (SELECT FROM relationships WHERE user_id = $1 AND other_id = ${otherId})`;

/** Whom user $1 may know of among those whose name, in this column, begins with $2. */
const beginning = (column: string): string => `(
  SELECT u.id, u.username, u.display_name AS "displayName", u.avatar FROM users u
  WHERE ${column} LIKE $2 AND u.id <> $1 AND (${meets('u.id')} OR ${lists('u.id')})
  ORDER BY ${column} USING ~<~ LIMIT $4)`;

@Injectable()
export class ProfilesRepository {
  constructor(private readonly prisma: PrismaService) {}

  /** Whether they meet in a server or a conversation, or the other one stands in the user's list. */
  async isAcquainted(userId: string, otherId: string): Promise<boolean> {
    const [row] = await this.prisma.statement<{ known: boolean }>(
      'profiles_acquaintance',
      `SELECT ${meets('$2')} OR ${lists('$2')} AS known`,
      [userId, otherId],
    );
    return row?.known === true;
  }

  /** Those among them whom the user may know of. */
  known(userId: string, otherIds: readonly string[]): Promise<UserSummaryRow[]> {
    return this.prisma.statement<UserSummaryRow>(
      'profiles_known',
      `SELECT u.id, u.username, u.display_name AS "displayName", u.avatar FROM users u
       WHERE u.id = ANY($2::bigint[]) AND (u.id = $1 OR ${meets('u.id')} OR ${lists('u.id')})`,
      [userId, otherIds],
    );
  }

  mutualServers(userId: string, otherId: string): Promise<Profile['mutualServers']> {
    return this.prisma.statement(
      'profiles_mutual_servers',
      `SELECT theirs.server_id AS id, theirs.nickname FROM members mine JOIN members theirs USING (server_id)
       WHERE mine.user_id = $1 AND theirs.user_id = $2 ORDER BY mine.joined_at, theirs.server_id`,
      [userId, otherId],
    );
  }

  mutualFriends(userId: string, otherId: string): Promise<UserSummaryRow[]> {
    return this.prisma.statement<UserSummaryRow>(
      'profiles_mutual_friends',
      `SELECT u.id, u.username, u.display_name AS "displayName", u.avatar
       FROM relationships mine JOIN relationships theirs USING (other_id) JOIN users u ON u.id = other_id
       WHERE mine.user_id = $1 AND theirs.user_id = $2 AND mine.type = 'FRIEND' AND theirs.type = 'FRIEND'
       ORDER BY lower(u.display_name), u.id`,
      [userId, otherId],
    );
  }

  /**
   * People whom the user may know of and whose user name or display name begins with `query`, whatever its case. Each of the two kinds of
   * name is read from its own index, in the index's order, until enough are found: an OR over both would look at everybody.
   */
  search(userId: string, query: string): Promise<UserSummaryRow[]> {
    const lower = query.toLowerCase();
    return this.prisma.planned<UserSummaryRow>(
      `SELECT * FROM (${beginning('lower(u.username)')} UNION ${beginning('lower(u.display_name)')}) found
       ORDER BY username = $3 DESC, username LIKE $2 DESC, username LIMIT $4`,
      [userId, `${escapeLike(lower)}%`, lower, FOUND_AT_MOST],
    );
  }
}
