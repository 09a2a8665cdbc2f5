import { Injectable } from '@nestjs/common';
import { limits, type AuditAction, type AuditChange, type AuditLogEntry, type UserSummary } from '@hearth/contract';
import type { Transaction } from '../database/prisma.service.js';
import { Snowflakes } from '../database/snowflakes.js';
import type { Caller } from '../http/caller.js';
import { PermissionsService } from '../permissions/permissions.service.js';
import { UsersService } from '../users/users.service.js';
import { presentAuditLogEntry } from './audit-log.presenter.js';
import { AuditLogRepository, type AuditLogFilter } from './audit-log.repository.js';

export { changesBetween } from './changes.js';

export interface AuditEntry {
  serverId: string;
  /** Null: AutoMod. */
  actorId: string | null;
  action: AuditAction;
  targetId?: string | null;
  /** What the target is called now, for when it is gone. */
  targetName?: string | null;
  changes?: AuditChange[];
  /** What went with the target, for whoever brings it back: nobody is shown it. */
  lost?: AuditChange['before'];
  /** Nothing but white space counts as none. */
  reason?: string | null | undefined;
}

@Injectable()
export class AuditLogService {
  constructor(
    private readonly repository: AuditLogRepository,
    private readonly permissions: PermissionsService,
    private readonly users: UsersService,
    private readonly snowflakes: Snowflakes,
  ) {}

  /** Part of the transaction of the act: neither is kept without the other. */
  async record(transaction: Transaction, entry: AuditEntry): Promise<void> {
    await this.recordAll(transaction, [entry]);
  }

  /** Of acts that are done together, in this order. */
  async recordAll(transaction: Transaction, entries: readonly AuditEntry[]): Promise<void> {
    const rows = entries.map(({ targetId = null, targetName = null, changes = [], lost = null, reason, ...act }) => {
      return { ...act, id: this.snowflakes.next(), targetId, targetName, changes, lost, reason: reason?.trim() || null };
    });
    await this.repository.insert(transaction, rows);
  }

  /** What went with the target of an act; null where nothing did. */
  lostIn(entryId: string): Promise<unknown> {
    return this.repository.lostIn(entryId);
  }

  /** The newest first; nobody but the owner reads how it was decided about a report of themselves. @throws NOT_FOUND, MISSING_PERMISSION */
  async list(
    caller: Caller,
    serverId: string,
    { cursor, limit, ...filter }: AuditLogFilter & { cursor?: string | undefined; limit: number },
  ): Promise<{ entries: AuditLogEntry[]; nextCursor: string | null }> {
    const { rules } = await this.permissions.server(caller, serverId, 'VIEW_AUDIT_LOG');
    const unreported = rules.server.ownerId === caller.userId ? undefined : caller.userId;
    const rows = await this.repository.list(serverId, { ...filter, unreported }, cursor, limit + 1);
    const page = rows.slice(0, limit);
    const actors = new Set(page.flatMap(({ actorId }) => actorId?.toString() ?? []));
    const people = await this.users.summaries([...actors]);
    const last = rows.length > limit ? page.at(-1) : undefined;
    return { entries: page.map((row) => presentAuditLogEntry(row, people)), nextCursor: last?.id.toString() ?? null };
  }

  /** Who did something, by name. @throws NOT_FOUND, MISSING_PERMISSION */
  async actors(caller: Caller, serverId: string, name = ''): Promise<UserSummary[]> {
    await this.permissions.server(caller, serverId, 'VIEW_AUDIT_LOG');
    const ids = await this.repository.actors(serverId, name, limits.auditActors);
    const people = await this.users.summaries(ids);
    return ids.flatMap((id) => people.get(id) ?? []);
  }
}
