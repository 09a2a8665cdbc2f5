import { Injectable } from '@nestjs/common';
import type { AttachmentKind } from '@hearth/contract';
import { PrismaService, type Statement } from '../../database/prisma.service.js';
import type { UploadState } from '../storage/file-store.js';

export interface UploadLimits {
  maxFileBytes: number;
  kinds: AttachmentKind[];
}

/** What whoever sends it says of a recording. */
export interface Recording {
  duration?: number | undefined;
  waveform?: string | undefined;
}

export interface NewUpload {
  id: string;
  ownerId: string;
  channelId: string;
  serverId: string | null;
  name: string;
  /** As its sender calls it. */
  hint: string | null;
  size: number;
  alt: string | null;
  spoiler: boolean;
  recording: Recording;
}

/** As the driver returns it. */
export interface UploadRow {
  id: string;
  ownerId: string | null;
  channelId: string;
  messageId: string | null;
  name: string;
  hint: string | null;
  state: 'UPLOADING' | 'SCANNING' | 'PROCESSING' | 'READY' | 'FAILED' | 'QUARANTINED';
  size: string;
  received: string;
  upload: UploadState | null;
  meta: Recording;
  touchedAt: Date;
}

/** What is known of a file once all of it is there. */
export interface WholeFile {
  contentType: string;
  meta: object;
  /** `PROCESSING`: it is to be made ready before anybody else gets it. */
  state: 'SCANNING' | 'PROCESSING' | 'READY';
}

const COLUMNS = `id, owner_id AS "ownerId", channel_id AS "channelId", message_id AS "messageId", name, content_type AS hint, state, size, received,
  upload, meta, touched_at AS "touchedAt"`;

const CREATE = `
INSERT INTO files (id, object_id, kind, state, owner_id, channel_id, server_id, name, content_type, size, bytes, alt, spoiler, variants, meta)
VALUES ($1, $1, 'ATTACHMENT', 'UPLOADING', $2, $3, $4, $5, $6, $7, $7, $8, $9, '{}', $10::jsonb)`;

@Injectable()
export class UploadsRepository {
  constructor(private readonly prisma: PrismaService) {}

  /** What an admin lets people send. */
  async limits(): Promise<UploadLimits> {
    const [row] = await this.prisma.statement<UploadLimits>(
      'uploads_limits',
      'SELECT max_file_bytes::float8 AS "maxFileBytes", file_kinds AS kinds FROM installation',
      [],
    );
    if (!row) throw new Error('there is no installation');
    return row;
  }

  /**
   * Its bytes count from now on.
   *
   * @param admit in the same transaction; throws where there is no room
   */
  async create(upload: NewUpload, admit: (statement: Statement) => Promise<unknown>): Promise<void> {
    const { id, ownerId, channelId, serverId, name, hint, size, alt, spoiler, recording } = upload;
    await this.prisma.together(async (statement) => {
      await admit(statement);
      const values = [id, ownerId, channelId, serverId, name, hint, size, alt, spoiler, JSON.stringify(recording)];
      await statement('uploads_create', CREATE, values);
    });
  }

  /** Null where there is none. */
  async byId(id: string): Promise<UploadRow | null> {
    const rows = await this.prisma.statement<UploadRow>(
      'uploads_by_id',
      `SELECT ${COLUMNS} FROM files WHERE id = $1 AND kind = 'ATTACHMENT'`,
      [id],
    );
    return rows[0] ?? null;
  }

  /** @param received so much of it was known to be there; false when somebody else went on with it, or it is gone */
  async advance(id: string, received: number, upload: UploadState | null): Promise<boolean> {
    const rows = await this.prisma.statement(
      'uploads_advance',
      `UPDATE files SET upload = $3::jsonb, received = $4, touched_at = now() WHERE id = $1 AND received = $2 AND state = 'UPLOADING' RETURNING id`,
      [id, received, upload && JSON.stringify(upload), upload?.received ?? 0],
    );
    return rows.length > 0;
  }

  /** All of it is in the store. Once more changes nothing. */
  async complete(id: string, { contentType, meta, state }: WholeFile): Promise<void> {
    await this.prisma.statement(
      'uploads_complete',
      `UPDATE files SET state = $4::file_state, ready_at = CASE WHEN $4 = 'READY' THEN now() END, touched_at = now(), upload = NULL,
         content_type = $2, meta = $3::jsonb, variants = jsonb_build_object('original', jsonb_build_object('contentType', $2::text, 'bytes', size))
       WHERE id = $1 AND state = 'UPLOADING'`,
      [id, contentType, JSON.stringify(meta), state],
    );
  }

  /** False when it was sent, or is gone. */
  async remove(id: string): Promise<boolean> {
    const rows = await this.prisma.statement('uploads_remove', 'DELETE FROM files WHERE id = $1 AND message_id IS NULL RETURNING id', [id]);
    return rows.length > 0;
  }

  /** What did not grow since that time, is in no message and waits with none. */
  async removeUnsent(before: Date): Promise<void> {
    await this.prisma.statement(
      'uploads_remove_unsent',
      'DELETE FROM files WHERE message_id IS NULL AND scheduled_id IS NULL AND channel_id IS NOT NULL AND touched_at < $1',
      [before],
    );
  }

  /** Takes the lease or keeps it. False: somebody else has it. Where there is no such row there is nothing to share. */
  async lease(id: string, holder: string, seconds: number): Promise<boolean> {
    const rows = await this.prisma.statement<{ lease: string | null }>(
      'uploads_lease',
      `WITH taken AS (
         UPDATE files SET lease = $2, lease_until = now() + make_interval(secs => $3)
         WHERE id = $1 AND (lease IS NULL OR lease = $2 OR lease_until < now()) RETURNING lease
       )
       SELECT lease FROM taken UNION ALL SELECT NULL WHERE NOT EXISTS (SELECT FROM taken) AND EXISTS (SELECT FROM files WHERE id = $1)`,
      [id, holder, seconds],
    );
    return rows.every(({ lease }) => lease !== null);
  }

  async release(id: string, holder: string): Promise<void> {
    await this.prisma.statement('uploads_release', 'UPDATE files SET lease = NULL, lease_until = NULL WHERE id = $1 AND lease = $2', [
      id,
      holder,
    ]);
  }
}
