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
}

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
    const { actorId, action, targetId } = filter;
    return this.prisma.auditLogEntry.findMany({
      where: {
        serverId: BigInt(serverId),
        ...(actorId !== undefined && { actorId: BigInt(actorId) }),
        ...(action !== undefined && { action }),
        ...(targetId !== undefined && { targetId: BigInt(targetId) }),
        ...(before !== undefined && { id: { lt: BigInt(before) } }),
      },
      omit: { lost: true },
      orderBy: { id: 'desc' },
      take: limit,
    });
  }
}
