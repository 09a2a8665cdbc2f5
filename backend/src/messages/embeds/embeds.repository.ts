import { Injectable } from '@nestjs/common';
import { PrismaService } from '../../database/prisma.service.js';
import { changeOf, rightsOf, type Guard } from '../message-statements.js';
import type { MessageRow } from '../messages.presenter.js';
import type { KeptEmbed } from './embeds.presenter.js';

// An empty list says that somebody took them away.
const REMOVE = changeOf({ set: "embeds = '[]'::jsonb" });

const SET = changeOf({
  set: 'embeds = $3::jsonb',
  when: "target.content = $4 AND target.embeds IS DISTINCT FROM '[]'::jsonb AND target.embeds IS DISTINCT FROM $3::jsonb",
});

const WRITTEN = `
SELECT channel_id AS "channelId", author_id AS "authorId", content FROM messages
WHERE id = $1 AND deleted_at IS NULL AND embeds IS DISTINCT FROM '[]'::jsonb`;

const SOURCE = `
SELECT embed -> 'image' ->> 'source' AS source FROM messages m CROSS JOIN LATERAL jsonb_array_elements(m.embeds) AS embed
WHERE m.id = $1 AND m.deleted_at IS NULL AND embed -> 'image' ->> 'key' = $2`;

/** What previews depend on. */
export interface WrittenMessage {
  channelId: string;
  authorId: string;
  content: string;
}

@Injectable()
export class EmbedsRepository {
  constructor(private readonly prisma: PrismaService) {}

  /** Null when it is deleted or gone, or when somebody took its embeds away. */
  async written(messageId: string): Promise<WrittenMessage | null> {
    const [row] = await this.prisma.statement<WrittenMessage>('embeds_written', WRITTEN, [messageId]);
    return row ?? null;
  }

  /** Null when the message has another content by now, was deleted, or has these embeds, or when somebody took its embeds away. */
  async set(messageId: string, guard: Guard, content: string, embeds: KeptEmbed[] | null): Promise<MessageRow | null> {
    const rights = rightsOf(guard);
    const values = [messageId, guard.accessVersion, embeds && JSON.stringify(embeds), content];
    const [row] = await this.prisma.statement<MessageRow>(`embeds_set_${rights}`, SET[rights], values);
    return row ?? null;
  }

  /** Null when the message is deleted or the access version is old. */
  async remove(messageId: string, guard: Guard): Promise<MessageRow | null> {
    const rights = rightsOf(guard);
    const [row] = await this.prisma.statement<MessageRow>(`embeds_remove_${rights}`, REMOVE[rights], [messageId, guard.accessVersion]);
    return row ?? null;
  }

  /** Where the picture with this key is from; null where no embed of the message has it, or no more. */
  async source(messageId: string, key: string): Promise<string | null> {
    const [row] = await this.prisma.statement<{ source: string }>('embeds_source', SOURCE, [messageId, key]);
    return row?.source ?? null;
  }
}
