import { Injectable } from '@nestjs/common';
import { id, type Ban } from '@hearth/contract';
import { AuditLogService } from '../../audit-log/audit-log.service.js';
import { Listeners } from '../../cluster/listeners.js';
import type { Transaction } from '../../database/prisma.service.js';
import type { Caller } from '../../http/caller.js';
import { ProblemError } from '../../http/problem.js';
import { PermissionsService, type LockedAccess } from '../../permissions/permissions.service.js';
import { ProfilesService } from '../../relationships/profiles/profiles.service.js';
import { UsersService } from '../../users/users.service.js';
import { decodeCursor, pageOf } from '../keyset-cursor.js';
import { requireLower, requireOther } from '../members/members.policy.js';
import { ServersService } from '../servers.service.js';
import { presentBan, type BanRow } from './bans.presenter.js';
import { BansRepository } from './bans.repository.js';

export interface BanNews {
  serverId: string;
  userId: string;
  moderatorId: string;
  /** How far back their messages go too. */
  deleteMessageSeconds: number;
}

interface BanInput {
  reason?: string | undefined;
  deleteMessageSeconds?: number | undefined;
}

const isUserId = (text: string) => id.safeParse(text).success;

@Injectable()
export class BansService {
  /** After commit. What fails here fails the request, and is done by the next. */
  readonly banned = new Listeners<BanNews>();

  constructor(
    private readonly repository: BansRepository,
    private readonly servers: ServersService,
    private readonly permissions: PermissionsService,
    private readonly auditLog: AuditLogService,
    private readonly users: UsersService,
    private readonly profiles: ProfilesService,
  ) {}

  /** The newest first. @throws NOT_FOUND, MISSING_PERMISSION, VALIDATION for a cursor from elsewhere */
  async list(
    caller: Caller,
    serverId: string,
    { query, cursor, limit }: { query?: string | undefined; cursor?: string | undefined; limit: number },
  ): Promise<{ bans: Ban[]; nextCursor: string | null }> {
    await this.permissions.server(caller, serverId, 'BAN_MEMBERS');
    const before = cursor === undefined ? undefined : decodeCursor(cursor, isUserId);
    const rows = await this.repository.list(serverId, query, before, limit + 1);
    const { page, nextCursor } = pageOf(rows, limit, ({ createdAt, user }) => ({ at: createdAt, key: user.id.toString() }));
    return { bans: await this.present(page), nextCursor };
  }

  /**
   * Of members those below the caller; of others everybody who was in, or of whom the caller may know.
   *
   * @throws NOT_FOUND for others, whether they exist or not; MISSING_PERMISSION
   */
  async ban(caller: Caller, serverId: string, userId: string, { reason, deleteMessageSeconds = 0 }: BanInput): Promise<Ban> {
    await this.permissions.server(caller, serverId, 'BAN_MEMBERS');
    await this.requireKnown(caller, serverId, userId);
    const { row, gone } = await this.permissions.underLock(caller, serverId, ['BAN_MEMBERS'], async (transaction, access) => {
      await requireBannable(access, userId);
      const targetName = await this.repository.username(transaction, userId);
      if (targetName === null) throw new ProblemError('NOT_FOUND');
      const row = await this.repository.put(transaction, serverId, userId, caller.userId, reason?.trim() || null);
      const gone = await this.servers.expel(transaction, serverId, [userId]);
      const changes = deleteMessageSeconds > 0 ? [{ key: 'deleteMessageSeconds', before: null, after: deleteMessageSeconds }] : [];
      const act = { serverId, actorId: caller.userId, targetId: userId, targetName, changes, reason };
      await this.auditLog.record(transaction, { ...act, action: 'MEMBER_BAN' });
      return { row, gone };
    });
    await this.servers.farewell(serverId, gone);
    await this.banned.tell({ serverId, userId, moderatorId: caller.userId, deleteMessageSeconds });
    const [ban] = await this.present([row]);
    if (!ban) throw new ProblemError('NOT_FOUND');
    return ban;
  }

  /** Bans many at once, inside the transaction that decided on them. Those who are banned already stay so. */
  banAll(transaction: Transaction, serverId: string, userIds: string[], moderatorId: string, reason: string | null): Promise<void> {
    return this.repository.putAll(transaction, serverId, userIds, moderatorId, reason);
  }

  /** @throws NOT_FOUND, MISSING_PERMISSION */
  async unban(caller: Caller, serverId: string, userId: string, reason?: string): Promise<void> {
    await this.permissions.underLock(caller, serverId, ['BAN_MEMBERS'], async (transaction) => {
      const ban = await this.repository.remove(transaction, serverId, userId);
      if (!ban) throw new ProblemError('NOT_FOUND');
      const changes = ban.reason === null ? [] : [{ key: 'reason', before: ban.reason, after: null }];
      const act = { serverId, actorId: caller.userId, targetId: userId, targetName: ban.username, changes, reason };
      await this.auditLog.record(transaction, { ...act, action: 'MEMBER_UNBAN' });
    });
  }

  private async requireKnown(caller: Caller, serverId: string, userId: string): Promise<void> {
    const known = await this.servers.everIn(serverId, [userId]);
    if (known.has(userId) || (await this.repository.has(serverId, userId))) return;
    await this.profiles.requireKnown(caller, userId);
  }

  private async present(rows: BanRow[]): Promise<Ban[]> {
    const people = await this.users.summaries([...new Set(rows.flatMap(({ moderatorId }) => moderatorId?.toString() ?? []))]);
    return rows.map((row) => presentBan(row, people));
  }
}

async function requireBannable(access: LockedAccess, userId: string): Promise<void> {
  requireOther(access, userId);
  const target = (await access.others([userId])).get(userId);
  if (target) requireLower(access, target);
}
