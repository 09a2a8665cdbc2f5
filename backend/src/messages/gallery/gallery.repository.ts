import { Injectable } from '@nestjs/common';
import type { Attachment, GalleryKind, UserSummary } from '@hearth/contract';
import { PrismaService } from '../../database/prisma.service.js';
import { attachmentOf } from '../attachments/attachment-statements.js';
import { USER } from '../message-statements.js';

/** Where a page ends: a file is found by its message and its place in it. */
export interface GalleryPosition {
  messageId: string;
  place: number;
}

export interface GalleryRow extends UserSummary {
  messageId: string;
  seq: number;
  createdAt: Date;
  place: number;
  attachment: Attachment;
}

// As in the index `files_gallery`.
const KIND = `CASE WHEN f.meta->>'kind' IN ('image', 'video') THEN 'media' WHEN f.meta->>'kind' = 'audio' THEN 'audio' ELSE 'files' END`;
/** Ids are as old as their messages but for clocks that differ: a minute of them. */
const SLACK = 60_000n << 22n;

// The index goes by ids; where nobody sees what came before some seq, it is not read beyond the message that has it.
const PAGE = `
SELECT f.message_id AS "messageId", m.seq, m.created_at AS "createdAt", f.position AS place, ${attachmentOf('f')} AS attachment, ${USER}
FROM files f JOIN messages m ON m.id = f.message_id JOIN users u ON u.id = m.author_id
WHERE f.channel_id = $1 AND ${KIND} = $2 AND f.message_id IS NOT NULL AND f.kind = 'ATTACHMENT' AND f.state <> 'QUARANTINED'
  AND (f.message_id, f.position) < ($3, $4)
  AND f.message_id > coalesce((SELECT b.id FROM messages b WHERE b.channel_id = $1 AND b.seq <= $5 ORDER BY b.seq DESC LIMIT 1), 0) - ${SLACK}
  AND m.seq > $5 AND m.deleted_at IS NULL
  AND NOT EXISTS (SELECT FROM message_marks h WHERE h.user_id = $6 AND h.message_id = m.id AND h.hidden_at IS NOT NULL)
  AND NOT EXISTS (SELECT FROM relationships r WHERE r.user_id = $6 AND r.other_id = m.author_id AND r.type = 'BLOCKED')
ORDER BY f.message_id DESC, f.position DESC LIMIT $7`;

/** Files of channels, as they are looked through. */
@Injectable()
export class GalleryRepository {
  constructor(private readonly prisma: PrismaService) {}

  /**
   * Those of the newest message first, of one message the last.
   *
   * @param floor nothing up to this seq is shown
   */
  page(
    { channelId, readerId, kind, floor }: { channelId: string; readerId: string; kind: GalleryKind; floor: number },
    before: GalleryPosition,
    limit: number,
  ): Promise<GalleryRow[]> {
    const values = [channelId, kind, before.messageId, before.place, floor, readerId, limit];
    return this.prisma.statement<GalleryRow>('gallery_page', PAGE, values);
  }
}
