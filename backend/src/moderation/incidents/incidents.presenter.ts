import type { AuditChange, auditAction, Incident, IncidentEvidence, UserSummary } from '@hearth/contract';
import type * as z from 'zod';
import { incidentState, type IncidentState } from './incident-state.js';

export interface IncidentRow {
  id: bigint;
  serverId: bigint;
  actorId: bigint | null;
  since: Date;
  until: Date;
  summary: unknown;
  createdAt: Date;
}

/** An entry of the audit log. */
export interface ChangeRow {
  id: bigint;
  actorId: bigint | null;
  action: z.infer<typeof auditAction>;
  targetId: bigint | null;
  targetName: string | null;
  changes: AuditChange[];
  reason: string | null;
  createdAt: Date;
}

export interface IncidentPart {
  id: string;
  serverId: string;
  actorId: string | null;
  /** Unix time in milliseconds. */
  since: number;
  until: number;
  state: IncidentState;
}

export const partOf = ({ id, serverId, actorId, since, until, summary }: IncidentRow): IncidentPart => ({
  id: id.toString(),
  serverId: serverId.toString(),
  actorId: actorId?.toString() ?? null,
  since: since.getTime(),
  until: until.getTime(),
  state: incidentState.parse(summary),
});

/** Nobody does it any more when nothing happened for so long, in milliseconds: each part takes seconds. */
const ABANDONED = 15 * 60_000;

/** @param people actors, by id */
export function presentIncident(row: IncidentRow, people: ReadonlyMap<string, UserSummary>, now: number): Incident {
  const { userIds, phase: _phase, next: _next, evidence: _evidence, touchedAt, ...state } = incidentState.parse(row.summary);
  const isAbandoned = state.status === 'RUNNING' && now - touchedAt > ABANDONED;
  return {
    ...state,
    ...(isAbandoned && { status: 'FAILED' }),
    id: row.id.toString(),
    serverId: row.serverId.toString(),
    actor: people.get(row.actorId?.toString() ?? '') ?? null,
    since: row.since.toISOString(),
    until: row.until.toISOString(),
    suspects: userIds.length,
    createdAt: row.createdAt.toISOString(),
  };
}

export const presentChange = ({ id, actorId, targetId, createdAt, ...entry }: ChangeRow) => ({
  ...entry,
  id: id.toString(),
  actorId: actorId?.toString() ?? '',
  targetId: targetId?.toString() ?? null,
  createdAt: createdAt.toISOString(),
});

/** What is stored was made by this version or one before it. */
export const presentEvidence = ({ number, kind, data }: { number: number; kind: string; data: unknown }): IncidentEvidence =>
  ({ number, kind, data }) as IncidentEvidence;
