import { Injectable } from '@nestjs/common';
import type { AdminFile } from '@hearth/contract';
import { PrismaService, type Transaction } from '../../database/prisma.service.js';
import type { SizePosition } from '../../http/size-cursor.js';

/** Whose files are listed, or those that nobody gets. */
export type FilesOf = { ownerId: string } | { serverId: string } | 'quarantined';

export type AdminFileRow = Omit<AdminFile, 'createdAt' | 'threat'> & { createdAt: Date; threat: string | null };

export interface DeletableFile {
  kind: AdminFile['kind'];
  bytes: number;
  ownerId: string | null;
  serverId: string | null;
  /** Null before it is sent. */
  messageId: string | null;
}

const listOf = (condition: string) => `
SELECT f.id, f.kind, f.content_type AS "contentType", f.bytes::float8 AS bytes, f.created_at AS "createdAt",
  CASE WHEN u.id IS NOT NULL THEN jsonb_build_object('id', u.id::text, 'username', u.username, 'displayName', u.display_name, 'avatar', u.avatar)
  END AS owner,
  CASE WHEN s.id IS NOT NULL THEN jsonb_build_object('id', s.id::text, 'name', s.name, 'icon', s.icon) END AS server,
  CASE f.state WHEN 'SCANNING' THEN 'processing' ELSE lower(f.state::text) END AS state, f.meta->>'threat' AS threat
FROM files f LEFT JOIN users u ON u.id = f.owner_id LEFT JOIN servers s ON s.id = f.server_id
WHERE ${condition} AND (f.bytes, f.id) < ($2, $3) ORDER BY f.bytes DESC, f.id DESC LIMIT $4`;

// What takes no room, a copy of an announcement, counts for nobody. Those in quarantine are few.
const OF_USER = listOf('f.owner_id = $1 AND f.bytes > 0');
const OF_SERVER = listOf('f.server_id = $1 AND f.bytes > 0');
const QUARANTINED = listOf(`f.state = 'QUARANTINED' AND $1::bigint IS NULL`);

/** Files, whoever may see them. */
@Injectable()
export class AdminFilesRepository {
  constructor(private readonly prisma: PrismaService) {}

  /** The biggest first. */
  list(of: FilesOf, before: SizePosition, limit: number): Promise<AdminFileRow[]> {
    const page = [before.bytes, before.id, limit];
    if (of === 'quarantined') return this.prisma.statement<AdminFileRow>('admin_files_quarantined', QUARANTINED, [null, ...page]);
    if ('ownerId' in of) return this.prisma.statement<AdminFileRow>('admin_files_of_user', OF_USER, [of.ownerId, ...page]);
    return this.prisma.statement<AdminFileRow>('admin_files_of_server', OF_SERVER, [of.serverId, ...page]);
  }

  async find(fileId: string): Promise<DeletableFile | null> {
    const [row] = await this.prisma.statement<DeletableFile>(
      'admin_file',
      `SELECT kind, bytes::float8 AS bytes, owner_id AS "ownerId", server_id AS "serverId", message_id AS "messageId" FROM files WHERE id = $1`,
      [fileId],
    );
    return row ?? null;
  }

  /** False when it was sent meanwhile, or is gone. @param then in the same transaction */
  removeUnsent(fileId: string, then: (transaction: Transaction) => Promise<void>): Promise<boolean> {
    return this.prisma.$transaction(async (transaction) => {
      const { count } = await transaction.file.deleteMany({ where: { id: BigInt(fileId), messageId: null } });
      if (count > 0) await then(transaction);
      return count > 0;
    });
  }
}
