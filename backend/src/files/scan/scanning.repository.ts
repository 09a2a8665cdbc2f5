import { Injectable } from '@nestjs/common';
import type { AttachmentKind } from '@hearth/contract';
import { PrismaService } from '../../database/prisma.service.js';

/** A row whose object is kept from everybody. */
export interface Quarantined {
  name: string;
  /** Null where it was not sent yet. */
  messageId: string | null;
}

@Injectable()
export class ScanningRepository {
  constructor(private readonly prisma: PrismaService) {}

  /** Objects that nobody has looked into, from before a time on, the oldest first. */
  async waiting(before: Date, limit: number): Promise<string[]> {
    const rows = await this.prisma.statement<{ id: string }>(
      'files_to_scan',
      `SELECT DISTINCT object_id AS id FROM files WHERE state = 'SCANNING' AND touched_at < $1 ORDER BY object_id LIMIT $2`,
      [before, limit],
    );
    return rows.map(({ id }) => id);
  }

  /** False when somebody did it already, or it is gone. */
  async isWaiting(objectId: string): Promise<boolean> {
    const rows = await this.prisma.statement('files_is_to_scan', `SELECT FROM files WHERE object_id = $1 AND state = 'SCANNING' LIMIT 1`, [
      objectId,
    ]);
    return rows.length > 0;
  }

  /** It goes on to be made ready. @returns what kind of a file it is; null when it is gone */
  async pass(objectId: string): Promise<AttachmentKind | null> {
    const rows = await this.prisma.statement<{ kind: AttachmentKind }>(
      'files_pass',
      `UPDATE files SET state = 'PROCESSING', touched_at = now() WHERE object_id = $1 AND state = 'SCANNING' RETURNING meta->>'kind' AS kind`,
      [objectId],
    );
    return rows[0]?.kind ?? null;
  }

  /** Nobody gets it any more, and nothing of it is shown but its name. */
  quarantine(objectId: string, threat: string): Promise<Quarantined[]> {
    return this.prisma.statement<Quarantined>(
      'files_quarantine',
      `UPDATE files SET state = 'QUARANTINED', meta = jsonb_build_object('kind', 'file', 'threat', $2::text)
       WHERE object_id = $1 AND state = 'SCANNING'
       RETURNING name, message_id AS "messageId"`,
      [objectId, threat],
    );
  }
}
