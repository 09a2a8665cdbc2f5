import { Injectable } from '@nestjs/common';
import { limits } from '@hearth/contract';
import { isForeignKeyViolation } from '../database/database-errors.js';
import { PrismaService } from '../database/prisma.service.js';

export interface DraftRow {
  channel_id: string;
  content: string;
  reply_to_id: string | null;
  updated_at: Date;
}

/** With where its channel belongs: of a thread, `place_id` is the channel that decides who sees it. */
export interface PlacedDraftRow extends DraftRow {
  server_id: string | null;
  place_id: string;
}

// Two changes in one millisecond still have an order.
const LATER = `greatest(date_trunc('milliseconds', clock_timestamp()), drafts.updated_at + interval '1 millisecond')`;

@Injectable()
export class DraftsRepository {
  constructor(private readonly prisma: PrismaService) {}

  /** The newest first. Those in what the user has left stay for coming back, and are not among them. */
  ofUser(userId: string): Promise<PlacedDraftRow[]> {
    return this.prisma.statement<PlacedDraftRow>(
      'drafts_of_user',
      `SELECT d.channel_id, d.content, d.reply_to_id, d.updated_at, c.server_id,
         CASE WHEN c.type = 'THREAD' THEN c.parent_id ELSE c.id END AS place_id
       FROM drafts d JOIN channels c ON c.id = d.channel_id
       WHERE d.user_id = $1 AND CASE WHEN c.server_id IS NULL
         THEN EXISTS (SELECT FROM recipients r WHERE r.channel_id = c.id AND r.user_id = $1)
         ELSE EXISTS (SELECT FROM members m WHERE m.server_id = c.server_id AND m.user_id = $1) END
       ORDER BY d.updated_at DESC LIMIT ${limits.draftsPerUser}`,
      [userId],
    );
  }

  /** `full`: the user has as many as they may. `gone`: the channel was deleted meanwhile. */
  async save(
    userId: string,
    channelId: string,
    { content, replyToId }: { content: string; replyToId: string | null },
  ): Promise<DraftRow | 'full' | 'gone'> {
    try {
      const [row] = await this.prisma.statement<DraftRow>(
        'drafts_save',
        `INSERT INTO drafts (user_id, channel_id, content, reply_to_id, updated_at)
         SELECT $1::bigint, $2::bigint, $3::text, $4::bigint, date_trunc('milliseconds', clock_timestamp())
         WHERE (SELECT count(*) FROM drafts WHERE user_id = $1 AND channel_id <> $2) < ${limits.draftsPerUser}
         ON CONFLICT (user_id, channel_id) DO UPDATE
           SET content = excluded.content, reply_to_id = excluded.reply_to_id, updated_at = ${LATER}
         RETURNING channel_id, content, reply_to_id, updated_at`,
        [userId, channelId, content, replyToId],
      );
      return row ?? 'full';
    } catch (fault) {
      if (isForeignKeyViolation(fault)) return 'gone';
      throw fault;
    }
  }

  /** When it was deleted; null where there was none. */
  async remove(userId: string, channelId: string): Promise<Date | null> {
    const [row] = await this.prisma.statement<{ deleted_at: Date }>(
      'drafts_remove',
      `DELETE FROM drafts WHERE user_id = $1 AND channel_id = $2 RETURNING ${LATER} AS deleted_at`,
      [userId, channelId],
    );
    return row?.deleted_at ?? null;
  }
}
