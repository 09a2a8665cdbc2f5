import { Injectable } from '@nestjs/common';
import { PrismaService } from '../../database/prisma.service.js';
import type { KeptVariant } from '../files.repository.js';

/** What came of an object. */
export interface Processed {
  contentType: string;
  /** Of the original, in bytes. */
  size: number;
  variants: Record<string, KeptVariant>;
  /** As the contract's attachment has them. */
  meta: object;
}

/** Objects of the store as their rows know them: one that is handed on has several. */
@Injectable()
export class ProcessingRepository {
  constructor(private readonly prisma: PrismaService) {}

  /** Of these objects those that wait for it, from before a time on, the oldest first. */
  async waiting(before: Date, limit: number): Promise<string[]> {
    const rows = await this.prisma.statement<{ id: string }>(
      'files_waiting',
      `SELECT DISTINCT object_id AS id FROM files WHERE state = 'PROCESSING' AND touched_at < $1 ORDER BY object_id LIMIT $2`,
      [before, limit],
    );
    return rows.map(({ id }) => id);
  }

  /** False when somebody did it already, or it is gone. */
  async isWaiting(objectId: string): Promise<boolean> {
    const rows = await this.prisma.statement(
      'files_is_waiting',
      `SELECT 1 FROM files WHERE object_id = $1 AND state = 'PROCESSING' LIMIT 1`,
      [objectId],
    );
    return rows.length > 0;
  }

  /** What counts for nobody goes on to do so. @returns ids of the messages that show it; null when nothing has it any more */
  async complete(objectId: string, { contentType, size, variants, meta }: Processed): Promise<string[] | null> {
    const bytes = Object.values(variants).reduce((sum, variant) => sum + variant.bytes, 0);
    const rows = await this.prisma.statement<{ messageId: string | null }>(
      'files_processed',
      `UPDATE files SET state = 'READY', ready_at = now(), content_type = $2, size = $3, bytes = CASE WHEN bytes = 0 THEN 0 ELSE $4 END,
         variants = $5::jsonb, meta = meta || $6::jsonb
       WHERE object_id = $1 AND state = 'PROCESSING' RETURNING message_id AS "messageId"`,
      [objectId, contentType, size, bytes, JSON.stringify(variants), JSON.stringify(meta)],
    );
    return rows.length > 0 ? messagesOf(rows) : null;
  }

  /** It can be saved as it came. @returns ids of the messages that show it */
  async giveUp(objectId: string): Promise<string[]> {
    const rows = await this.prisma.statement<{ messageId: string | null }>(
      'files_given_up',
      `UPDATE files SET state = 'FAILED', ready_at = now(), meta = meta || '{"kind": "file"}'
       WHERE object_id = $1 AND state = 'PROCESSING' RETURNING message_id AS "messageId"`,
      [objectId],
    );
    return messagesOf(rows);
  }
}

const messagesOf = (rows: { messageId: string | null }[]): string[] => [...new Set(rows.flatMap(({ messageId }) => messageId ?? []))];
