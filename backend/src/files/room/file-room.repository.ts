import { Injectable } from '@nestjs/common';
import type { Statement } from '../../database/prisma.service.js';

/** What is counted before somebody may bring more files, in bytes. */
export interface FileUsage {
  ownerId: string;
  maxFileBytes: number;
  userFileBytes: number;
  serverFileBytes: number;
  userBytes: number;
  serverBytes: number;
  /** Begun, not sent and not waiting for a time, of the user. */
  unsent: number;
}

const HOLD = `SELECT pg_advisory_xact_lock(hashtextextended('files of ' || w.whose, 0)) FROM unnest($1::text[]) AS w(whose)`;

const USAGE = `
SELECT o.id AS "ownerId", i.max_file_bytes::float8 AS "maxFileBytes", i.user_file_bytes::float8 AS "userFileBytes",
  i.server_file_bytes::float8 AS "serverFileBytes",
  (SELECT coalesce(sum(bytes), 0) FROM files WHERE owner_id = o.id)::float8 AS "userBytes",
  (SELECT coalesce(sum(bytes), 0) FROM files WHERE server_id = $2)::float8 AS "serverBytes",
  (SELECT count(*) FROM files WHERE owner_id = o.id AND message_id IS NULL AND scheduled_id IS NULL AND channel_id IS NOT NULL)::int AS unsent
FROM installation i CROSS JOIN unnest($1::bigint[]) AS o(id)`;

@Injectable()
export class FileRoomRepository {
  /**
   * Whoever else brings files for one of them, or for the server, waits until this transaction has ended. All do so in one order, the
   * server last, so that no two wait for each other.
   */
  async hold(statement: Statement, ownerIds: string[], serverId: string | null): Promise<FileUsage[]> {
    const owners = ownerIds.toSorted().map((id) => `user ${id}`);
    await statement('file_room_hold', HOLD, [[...owners, ...(serverId === null ? [] : [`server ${serverId}`])]]);
    // A statement of its own: it sees what those stored who were waited for.
    return statement<FileUsage>('file_room_usage', USAGE, [ownerIds, serverId]);
  }
}
