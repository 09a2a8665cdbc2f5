import { Injectable } from '@nestjs/common';
import type { AdminStorage, UsageOfKind } from '@hearth/contract';
import { PrismaService } from '../../database/prisma.service.js';

type Usage = AdminStorage['uploading'];

export interface Totals {
  bytes: number;
  count: number;
  uploading: Usage;
  unsent: Usage;
  processing: Usage;
  quarantined: Usage;
  removals: number;
  check: AdminStorage['check'];
}

export interface Owner extends Usage {
  userId: string;
}

const usage = (condition: string) =>
  `(SELECT jsonb_build_object('bytes', coalesce(sum(f.bytes), 0), 'count', count(*)) FROM files f WHERE ${condition})`;

// What is not done is found by the indexes of those few.
const TOTALS = `
SELECT ${usage("f.ready_at IS NULL AND f.state = 'UPLOADING'")} AS uploading,
  ${usage("f.message_id IS NULL AND f.channel_id IS NOT NULL AND f.state NOT IN ('UPLOADING', 'QUARANTINED')")} AS unsent,
  ${usage("f.ready_at IS NULL AND f.state IN ('SCANNING', 'PROCESSING')")} AS processing,
  ${usage("f.state = 'QUARANTINED'")} AS quarantined,
  (SELECT count(*)::int FROM file_removals) AS removals, i.file_check AS check
FROM installation i`;

// Both by the order of an index that has the bytes too.
const USERS = `
SELECT owner_id AS "userId", sum(bytes)::float8 AS bytes, count(*)::int AS count FROM files
WHERE owner_id IS NOT NULL GROUP BY owner_id HAVING sum(bytes) > 0 ORDER BY sum(bytes) DESC, owner_id LIMIT $1`;
const SERVERS = `
SELECT jsonb_build_object('id', s.id::text, 'name', s.name, 'icon', s.icon) AS server, f.bytes::float8 AS bytes, f.count::int AS count
FROM (SELECT server_id, sum(bytes) AS bytes, count(*) AS count FROM files WHERE server_id IS NOT NULL
      GROUP BY server_id HAVING sum(bytes) > 0 ORDER BY sum(bytes) DESC, server_id LIMIT $1) f
JOIN servers s ON s.id = f.server_id ORDER BY f.bytes DESC, f.server_id`;

@Injectable()
export class AdminStorageRepository {
  constructor(private readonly prisma: PrismaService) {}

  async totals(): Promise<Omit<Totals, 'bytes' | 'count'>> {
    const [row] = await this.prisma.statement<Omit<Totals, 'bytes' | 'count'>>('admin_storage_totals', TOTALS, []);
    if (!row) throw new Error('there is no installation');
    return row;
  }

  /** What takes most first. */
  kinds(): Promise<UsageOfKind[]> {
    return this.prisma.statement<UsageOfKind>(
      'admin_storage_kinds',
      'SELECT kind, sum(bytes)::float8 AS bytes, count(*)::int AS count FROM files GROUP BY kind ORDER BY sum(bytes) DESC, kind',
      [],
    );
  }

  users(most: number): Promise<Owner[]> {
    return this.prisma.statement<Owner>('admin_storage_users', USERS, [most]);
  }

  servers(most: number): Promise<AdminStorage['servers']> {
    return this.prisma.statement<AdminStorage['servers'][number]>('admin_storage_servers', SERVERS, [most]);
  }
}
