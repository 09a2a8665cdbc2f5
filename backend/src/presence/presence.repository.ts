import { Injectable } from '@nestjs/common';
import { PrismaService } from '../database/prisma.service.js';

export interface Conversation {
  recipientIds: string[];
  /** One of the two of a DM blocks the other. */
  blocked: boolean;
}

/** Friends of each of the users and those in a conversation with them that has begun, but for whom they block and who blocks them. */
const CIRCLES = `
SELECT pair.own_id AS "userId", pair.id FROM (
  SELECT user_id AS own_id, other_id AS id FROM relationships WHERE user_id = ANY($1::bigint[]) AND type = 'FRIEND'
  UNION
  SELECT own.user_id, theirs.user_id FROM recipients own JOIN recipients theirs USING (channel_id) JOIN channels c ON c.id = channel_id
  WHERE own.user_id = ANY($1::bigint[]) AND theirs.user_id <> own.user_id AND (c.type <> 'DM' OR c.last_seq > 0)
) pair
WHERE NOT EXISTS (
  SELECT FROM relationships WHERE type = 'BLOCKED' AND (user_id, other_id) IN ((pair.own_id, pair.id), (pair.id, pair.own_id))
)`;

interface Pair {
  userId: string;
  id: string;
}

const CONVERSATION = `
SELECT array_agg(r.user_id::text) AS "recipientIds",
  c.type = 'DM' AND EXISTS (
    SELECT FROM relationships WHERE type = 'BLOCKED' AND user_id = ANY(array_agg(r.user_id)) AND other_id = ANY(array_agg(r.user_id))
  ) AS blocked
FROM channels c JOIN recipients r ON r.channel_id = c.id WHERE c.id = $1 GROUP BY c.id`;

@Injectable()
export class PresenceRepository {
  constructor(private readonly prisma: PrismaService) {}

  /** Who is told of somebody's presence, and of whose they are told. */
  async circleOf(userId: string): Promise<string[]> {
    return (await this.circlesOf([userId])).get(userId) ?? [];
  }

  /** By user; who has nobody is left out. */
  async circlesOf(userIds: string[]): Promise<Map<string, string[]>> {
    const pairs = await this.prisma.statement<Pair>('presence_circles', CIRCLES, [userIds]);
    const circles = Map.groupBy(pairs, ({ userId }) => userId);
    return new Map([...circles].map(([userId, circle]) => [userId, circle.map(({ id }) => id)]));
  }

  async isInCircle(userId: string, otherId: string): Promise<boolean> {
    const pairs = await this.prisma.statement<Pair>('presence_in_circle', `${CIRCLES} AND pair.id = $2`, [[userId], otherId]);
    return pairs.length > 0;
  }

  /** Null when nobody is in it. */
  async conversation(channelId: string): Promise<Conversation | null> {
    const [row] = await this.prisma.statement<Conversation>('presence_conversation', CONVERSATION, [channelId]);
    return row ?? null;
  }
}
