import { Injectable } from '@nestjs/common';
import { CHANNEL_PARTS, type ChannelRow } from '../channels/channels.service.js';
import { PrismaService, type Transaction } from '../database/prisma.service.js';

export interface Tag {
  id: string;
  name: string;
  emoji: string | null;
  moderated: boolean;
}

@Injectable()
export class ForumsRepository {
  constructor(private readonly prisma: PrismaService) {}

  /** The forum with its tags, as it is until the transaction ends; null when it is gone. */
  async lock(transaction: Transaction, forumId: string): Promise<ChannelRow | null> {
    await transaction.$queryRaw`SELECT FROM channels WHERE id = ${BigInt(forumId)} FOR NO KEY UPDATE`;
    return transaction.channel.findUnique({ where: { id: BigInt(forumId) }, include: CHANNEL_PARTS });
  }

  /** In this order. Posts lose the tags that are not among them. */
  async replace(transaction: Transaction, forumId: string, tags: Tag[]): Promise<void> {
    const channelId = BigInt(forumId);
    const kept = tags.map(({ id }) => BigInt(id));
    const list = JSON.stringify(tags.map((tag, position) => ({ ...tag, position })));
    await transaction.forumTag.deleteMany({ where: { channelId, id: { notIn: kept } } });
    await transaction.$executeRaw`
      INSERT INTO forum_tags (id, channel_id, name, emoji, moderated, position)
      SELECT tag.id, ${channelId}, tag.name, tag.emoji, tag.moderated, tag.position
      FROM jsonb_to_recordset(${list}::jsonb) AS tag(id bigint, name text, emoji text, moderated boolean, position int)
      ON CONFLICT (id) DO UPDATE SET
        name = excluded.name, emoji = excluded.emoji, moderated = excluded.moderated, position = excluded.position`;
    await transaction.$executeRaw`
      UPDATE channels SET tag_ids = ARRAY(SELECT tag FROM unnest(tag_ids) AS tag WHERE tag = ANY(${kept}))
      WHERE parent_id = ${channelId} AND type = 'THREAD' AND NOT tag_ids <@ ${kept}`;
  }
}
