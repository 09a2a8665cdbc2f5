import { Injectable } from '@nestjs/common';
import type { FileSort, StoredFile, UsageOfKind } from '@hearth/contract';
import { PrismaService } from '../../database/prisma.service.js';
import { attachmentOf } from '../attachments/attachment-statements.js';
import type { SizePosition } from '../../http/size-cursor.js';

export type StoredFileRow = Omit<StoredFile, 'createdAt'> & { createdAt: Date };

export interface ChannelUsage {
  channelId: string;
  bytes: number;
  count: number;
}

const HOME = "(CASE WHEN c.type = 'THREAD' THEN c.parent_id ELSE c.id END)";

const FILE = `
SELECT ${attachmentOf('f')} AS attachment, f.bytes::float8 AS bytes,
  CASE WHEN f.state = 'UPLOADING' THEN 'uploading' WHEN f.message_id IS NULL THEN 'unsent' ELSE 'sent' END AS status,
  CASE WHEN u.id IS NOT NULL THEN jsonb_build_object('id', u.id::text, 'username', u.username, 'displayName', u.display_name, 'avatar', u.avatar)
  END AS owner,
  f.server_id AS "serverId", f.channel_id AS "channelId", ${HOME} AS "homeId", f.message_id AS "messageId", m.seq, f.created_at AS "createdAt"
FROM files f LEFT JOIN messages m ON m.id = f.message_id LEFT JOIN users u ON u.id = f.owner_id JOIN channels c ON c.id = f.channel_id`;

// What counts for nobody, a copy of an announcement, is nobody's to delete.
const OWN = `${FILE} WHERE f.owner_id = $1 AND f.kind = 'ATTACHMENT' AND f.bytes > 0`;
const OWN_BY: Record<FileSort, string> = {
  size: `${OWN} AND (f.bytes, f.id) < ($2, $3) ORDER BY f.bytes DESC, f.id DESC LIMIT $4`,
  date: `${OWN} AND f.id < $3 AND $2::bigint IS NOT NULL ORDER BY f.id DESC LIMIT $4`,
};

const OF_SERVER = `${FILE} WHERE f.server_id = $1 AND f.kind = 'ATTACHMENT' AND f.bytes > 0 AND f.message_id IS NOT NULL AND f.state <> 'QUARANTINED'
  AND ${HOME} = ANY($2::bigint[])
  AND (f.bytes, f.id) < ($3, $4) ORDER BY f.bytes DESC, f.id DESC LIMIT $5`;

// A thread counts with its channel.
const CHANNELS = `
SELECT ${HOME} AS "channelId", sum(f.bytes)::float8 AS bytes, sum(f.count)::int AS count
FROM (SELECT channel_id, sum(bytes) AS bytes, count(*) AS count FROM files
      WHERE server_id = $1 AND kind = 'ATTACHMENT' AND channel_id IS NOT NULL GROUP BY channel_id) f
JOIN channels c ON c.id = f.channel_id GROUP BY 1 HAVING sum(f.bytes) > 0 ORDER BY sum(f.bytes) DESC, 1`;

const kindsOf = (column: 'owner_id' | 'server_id') =>
  `SELECT kind, sum(bytes)::float8 AS bytes, count(*)::int AS count FROM files WHERE ${column} = $1 GROUP BY kind ORDER BY sum(bytes) DESC, kind`;

/** Files as they take room. */
@Injectable()
export class StorageUseRepository {
  constructor(private readonly prisma: PrismaService) {}

  kindsOfUser(userId: string): Promise<UsageOfKind[]> {
    return this.prisma.statement<UsageOfKind>('storage_kinds_of_user', kindsOf('owner_id'), [userId]);
  }

  kindsOfServer(serverId: string): Promise<UsageOfKind[]> {
    return this.prisma.statement<UsageOfKind>('storage_kinds_of_server', kindsOf('server_id'), [serverId]);
  }

  /** What takes most first; those that have no files are left out. */
  channels(serverId: string): Promise<ChannelUsage[]> {
    return this.prisma.statement<ChannelUsage>('storage_channels', CHANNELS, [serverId]);
  }

  /** What all files of one user, and of one server, may take. */
  async limits(): Promise<{ user: number; server: number }> {
    const [row] = await this.prisma.statement<{ user: number; server: number }>(
      'storage_limits',
      'SELECT user_file_bytes::float8 AS user, server_file_bytes::float8 AS server FROM installation',
      [],
    );
    if (!row) throw new Error('there is no installation');
    return row;
  }

  own(userId: string, sort: FileSort, before: SizePosition, limit: number): Promise<StoredFileRow[]> {
    return this.prisma.statement<StoredFileRow>(`storage_own_by_${sort}`, OWN_BY[sort], [userId, before.bytes, before.id, limit]);
  }

  /** The biggest first, of these channels and their threads. */
  ofServer(serverId: string, channelIds: string[], before: SizePosition, limit: number): Promise<StoredFileRow[]> {
    return this.prisma.statement<StoredFileRow>('storage_of_server', OF_SERVER, [serverId, channelIds, before.bytes, before.id, limit]);
  }

  /** The message in which an own file stands, null before it is sent; undefined where there is no such file. */
  async messageOf(userId: string, fileId: string): Promise<string | null | undefined> {
    const [row] = await this.prisma.statement<{ messageId: string | null }>(
      'storage_message_of',
      `SELECT message_id AS "messageId" FROM files WHERE id = $2 AND owner_id = $1 AND kind = 'ATTACHMENT' AND bytes > 0`,
      [userId, fileId],
    );
    return row?.messageId;
  }

  /** False when it was sent meanwhile, or is gone. */
  async removeUnsent(userId: string, fileId: string): Promise<boolean> {
    const rows = await this.prisma.statement(
      'storage_remove_unsent',
      'DELETE FROM files WHERE id = $2 AND owner_id = $1 AND message_id IS NULL RETURNING id',
      [userId, fileId],
    );
    return rows.length > 0;
  }
}
