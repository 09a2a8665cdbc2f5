import { Injectable } from '@nestjs/common';
import type { AdminAction, AuditChange } from '@hearth/contract';
import { PrismaService, type Transaction } from '../../database/prisma.service.js';

export interface AdminLogRow {
  id: string;
  actorId: string;
  action: AdminAction;
  target: string | null;
  changes: AuditChange[];
}

@Injectable()
export class AdminLogRepository {
  constructor(private readonly prisma: PrismaService) {}

  async insert({ id, actorId, ...act }: AdminLogRow, client: Transaction = this.prisma): Promise<void> {
    await client.adminLogEntry.create({ data: { ...act, id: BigInt(id), actorId: BigInt(actorId) }, select: { id: true } });
  }

  /** The newest first; `before` is the last one of the page before. */
  list(before: string | undefined, limit: number): Promise<(AdminLogRow & { createdAt: Date })[]> {
    return this.prisma.planned(
      `SELECT id, actor_id AS "actorId", action, target, changes, created_at AS "createdAt" FROM admin_log_entries
       WHERE id < coalesce($1::bigint, ${2n ** 63n - 1n}) ORDER BY id DESC LIMIT $2`,
      [before ?? null, limit],
    );
  }
}
