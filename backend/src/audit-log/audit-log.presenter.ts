import type { AuditAction, AuditChange, AuditLogEntry, UserSummary } from '@hearth/contract';

export interface AuditLogRow {
  id: bigint;
  serverId: bigint;
  actorId: bigint | null;
  action: string;
  targetId: bigint | null;
  targetName: string | null;
  changes: unknown;
  reason: string | null;
  createdAt: Date;
}

/** @param people by id; whoever is not among them has no account any more */
export function presentAuditLogEntry(entry: AuditLogRow, people: ReadonlyMap<string, UserSummary>): AuditLogEntry {
  const actorId = entry.actorId?.toString() ?? null;
  return {
    id: entry.id.toString(),
    serverId: entry.serverId.toString(),
    actorId,
    actor: actorId === null ? null : (people.get(actorId) ?? null),
    action: entry.action as AuditAction,
    targetId: entry.targetId?.toString() ?? null,
    targetName: entry.targetName,
    changes: entry.changes as AuditChange[],
    reason: entry.reason,
    createdAt: entry.createdAt.toISOString(),
  };
}
