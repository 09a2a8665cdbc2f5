import { Injectable } from '@nestjs/common';
import type { AuditAction, AuditChange } from '@hearth/contract';
import { PrismaService, type Transaction } from '../database/prisma.service.js';
import { Prisma } from '../generated/prisma/client.js';
import type { AuditLogRow } from './audit-log.presenter.js';

export interface NewAuditLogEntry {
  id: string;
  serverId: string;
  actorId: string | null;
  action: AuditAction;
  targetId: string | null;
  targetName: string | null;
  changes: AuditChange[];
  lost: AuditChange['before'];
  reason: string | null;
}

export interface AuditLogFilter {
  actorId?: string | undefined;
  action?: AuditAction | undefined;
  targetId?: string | undefined;
  /** Of whom no decision on a report is told. */
  unreported?: string | undefined;
}

// From one actor to the next by the index: who did a thousand things is not read a thousand times.
const ACTORS = `
WITH RECURSIVE actor AS (
  SELECT min(e.actor_id) AS id FROM audit_log_entries e WHERE e.server_id = $1
  UNION ALL
  SELECT (SELECT min(e.actor_id) FROM audit_log_entries e WHERE e.server_id = $1 AND e.actor_id > actor.id)
  FROM actor WHERE actor.id IS NOT NULL
)
SELECT u.id FROM actor JOIN users u ON u.id = actor.id
WHERE lower(u.display_name) LIKE $2 OR u.username LIKE $2
ORDER BY lower(u.display_name), u.id LIMIT $3`;

const optionalId = (id: string | null) => (id === null ? null : BigInt(id));

@Injectable()
export class AuditLogRepository {
  constructor(private readonly prisma: PrismaService) {}

  async insert(transaction: Transaction, entries: NewAuditLogEntry[]): Promise<void> {
    const rows = entries.map(({ id, serverId, actorId, targetId, lost, ...entry }) => ({
      ...entry,
      lost: lost ?? Prisma.DbNull,
      id: BigInt(id),
      serverId: BigInt(serverId),
      actorId: optionalId(actorId),
      targetId: optionalId(targetId),
    }));
    await transaction.auditLogEntry.createMany({ data: rows });
  }

  async lostIn(entryId: string): Promise<unknown> {
    const entry = await this.prisma.auditLogEntry.findUnique({ where: { id: BigInt(entryId) }, select: { lost: true } });
    return entry?.lost ?? null;
  }

  /** The newest first; `before` is the last one of the page before. */
  list(serverId: string, filter: AuditLogFilter, before: string | undefined, limit: number): Promise<AuditLogRow[]> {
    const { actorId, action, targetId, unreported } = filter;
    return this.prisma.auditLogEntry.findMany({
      where: {
        serverId: BigInt(serverId),
        ...(actorId !== undefined && { actorId: BigInt(actorId) }),
        ...(action !== undefined && { action }),
        ...(targetId !== undefined && { targetId: BigInt(targetId) }),
        ...(unreported !== undefined && { NOT: { action: 'REPORT_RESOLVE', targetId: BigInt(unreported) } }),
        ...(before !== undefined && { id: { lt: BigInt(before) } }),
      },
      omit: { lost: true },
      orderBy: { id: 'desc' },
      take: limit,
    });
  }

  /** Those who did something, whose user name or display name begins with `name`, by name. */
  async actors(serverId: string, name: string, limit: number): Promise<string[]> {
    const pattern = `${name.toLowerCase().replaceAll(/[\\%_]/g, '\\$&')}%`;
    const rows = await this.prisma.statement<{ id: string }>('audit_log_actors', ACTORS, [serverId, pattern, limit]);
    return rows.map(({ id }) => id);
  }
}
