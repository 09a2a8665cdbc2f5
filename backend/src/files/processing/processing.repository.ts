import { Injectable } from '@nestjs/common';
import type { AttachmentKind } from '@hearth/contract';
import { PrismaService } from '../../database/prisma.service.js';
import type { KeptVariant } from '../files.repository.js';

/** What is known of an object before it is looked into. */
export interface WaitingObject {
  kind: AttachmentKind;
  contentType: string;
  /** Bytes. */
  size: number;
}

/** What came of an object. */
export interface Processed {
  contentType: string;
  /** Of the original, in bytes. */
  size: number;
  variants: Record<string, KeptVariant>;
  /** As the contract's attachment has them. */
  meta: object;
}

type MessageRow = { messageId: string | null };

const OBJECT = `coalesce(meta->>'kind', 'file') AS kind, coalesce(content_type, 'application/octet-stream') AS "contentType", size::float8 AS size`;

/** Objects of the store as their rows know them: one that is handed on has several. */
@Injectable()
export class ProcessingRepository {
  constructor(private readonly prisma: PrismaService) {}

  /** Of these objects those that wait for it, from before a time on, the oldest first. */
  waiting(before: Date, limit: number): Promise<{ id: string; kind: AttachmentKind }[]> {
    return this.prisma.statement<{ id: string; kind: AttachmentKind }>(
      'files_waiting',
      `SELECT DISTINCT ON (object_id) object_id AS id, coalesce(meta->>'kind', 'file') AS kind FROM files
       WHERE ready_at IS NULL AND state = 'PROCESSING' AND touched_at < $1 ORDER BY object_id LIMIT $2`,
      [before, limit],
    );
  }

  /** Null when somebody did it already, or it is gone. */
  async find(objectId: string): Promise<WaitingObject | null> {
    const rows = await this.prisma.statement<WaitingObject>(
      'files_find_waiting',
      `SELECT ${OBJECT} FROM files WHERE object_id = $1 AND state = 'PROCESSING' LIMIT 1`,
      [objectId],
    );
    return rows[0] ?? null;
  }

  /** False when no row has it any more. */
  async exists(objectId: string): Promise<boolean> {
    return (await this.prisma.statement('files_object_exists', 'SELECT FROM files WHERE object_id = $1 LIMIT 1', [objectId])).length > 0;
  }

  /** Ids of the messages that show it. */
  async messagesOf(objectId: string): Promise<string[]> {
    const sql = 'SELECT message_id AS "messageId" FROM files WHERE object_id = $1';
    return messagesOf(await this.prisma.statement<MessageRow>('files_messages_of_object', sql, [objectId]));
  }

  /** Once more changes nothing. What counts for nobody goes on to do so. @returns ids of the messages that show it */
  async complete(objectId: string, { contentType, size, variants, meta }: Processed): Promise<string[]> {
    const rows = await this.prisma.statement<MessageRow>(
      'files_processed',
      `UPDATE files SET state = 'READY', ready_at = now(), content_type = $2, size = $3, variants = variants || $4::jsonb, meta = meta || $5::jsonb,
         bytes = CASE WHEN bytes = 0 THEN 0 ELSE (SELECT sum((v.value->>'bytes')::bigint) FROM jsonb_each(variants || $4::jsonb) v) END
       WHERE object_id = $1 AND state = 'PROCESSING' RETURNING message_id AS "messageId"`,
      [objectId, contentType, size, JSON.stringify(variants), JSON.stringify(meta)],
    );
    return messagesOf(rows);
  }

  /** It can be saved as it came. @returns ids of the messages that show it */
  async giveUp(objectId: string): Promise<string[]> {
    const rows = await this.prisma.statement<MessageRow>(
      'files_given_up',
      `UPDATE files SET state = 'FAILED', ready_at = now(), meta = meta || '{"kind": "file"}'
       WHERE object_id = $1 AND state = 'PROCESSING' RETURNING message_id AS "messageId"`,
      [objectId],
    );
    return messagesOf(rows);
  }

  /** The type of what was given up; null where it was not. */
  async givenUp(objectId: string): Promise<string | null> {
    const sql = `SELECT content_type AS "contentType" FROM files WHERE object_id = $1 AND state = 'FAILED' LIMIT 1`;
    const rows = await this.prisma.statement<{ contentType: string | null }>('files_find_given_up', sql, [objectId]);
    return rows[0]?.contentType ?? null;
  }

  /** What was given up waits again. @returns ids of the messages that show it */
  async takeUp(objectId: string, kind: AttachmentKind): Promise<string[]> {
    const rows = await this.prisma.statement<MessageRow>(
      'files_taken_up',
      `UPDATE files SET state = 'PROCESSING', ready_at = NULL, touched_at = now(), meta = meta || jsonb_build_object('kind', $2::text)
       WHERE object_id = $1 AND state = 'FAILED' RETURNING message_id AS "messageId"`,
      [objectId, kind],
    );
    return messagesOf(rows);
  }

  /** One that is there without any of these variants; null where nothing is to be done, or it is gone. */
  async findWithout(objectId: string, variants: string[]): Promise<WaitingObject | null> {
    const rows = await this.prisma.statement<WaitingObject>(
      'files_find_without',
      `SELECT ${OBJECT} FROM files WHERE object_id = $1 AND state IN ('PROCESSING', 'READY') AND NOT variants ?| $2::text[] LIMIT 1`,
      [objectId, variants],
    );
    return rows[0] ?? null;
  }

  /** Once more changes nothing. @returns ids of the messages that show it */
  async add(objectId: string, variant: string, kept: KeptVariant): Promise<string[]> {
    const rows = await this.prisma.statement<MessageRow>(
      'files_add_variant',
      `UPDATE files SET variants = variants || jsonb_build_object($2::text, $3::jsonb), bytes = CASE WHEN bytes = 0 THEN 0 ELSE bytes + $4 END
       WHERE object_id = $1 AND state IN ('PROCESSING', 'READY') AND NOT variants ? $2 RETURNING message_id AS "messageId"`,
      [objectId, variant, JSON.stringify(kept), kept.bytes],
    );
    return messagesOf(rows);
  }
}

const messagesOf = (rows: MessageRow[]): string[] => [...new Set(rows.flatMap(({ messageId }) => messageId ?? []))];
