import { Injectable } from '@nestjs/common';
import { PrismaService } from '../database/prisma.service.js';

export interface Conversation {
  recipientIds: string[];
  /** One of the two of a DM blocks the other. */
  blocked: boolean;
}

/** Friends and those in a conversation with them, but for whom they block and who blocks them. */
const CIRCLE = `
SELECT other.id FROM (
  SELECT other_id AS id FROM relationships WHERE user_id = $1 AND type = 'FRIEND'
  UNION
  SELECT theirs.user_id FROM recipients own JOIN recipients theirs USING (channel_id) WHERE own.user_id = $1 AND theirs.user_id <> $1
) other
WHERE NOT EXISTS (
  SELECT FROM relationships WHERE type = 'BLOCKED' AND ((user_id = $1 AND other_id = other.id) OR (user_id = other.id AND other_id = $1))
)`;

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
    const rows = await this.prisma.statement<{ id: string }>('presence_circle', CIRCLE, [userId]);
    return rows.map(({ id }) => id);
  }

  async isInCircle(userId: string, otherId: string): Promise<boolean> {
    const rows = await this.prisma.statement('presence_in_circle', `${CIRCLE} AND other.id = $2`, [userId, otherId]);
    return rows.length > 0;
  }

  /** Null when nobody is in it. */
  async conversation(channelId: string): Promise<Conversation | null> {
    const [row] = await this.prisma.statement<Conversation>('presence_conversation', CONVERSATION, [channelId]);
    return row ?? null;
  }
}
