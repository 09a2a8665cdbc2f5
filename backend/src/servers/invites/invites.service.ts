import { Injectable } from '@nestjs/common';
import { limits, type Invite, type InvitePreview, type JoinedServer } from '@hearth/contract';
import { AuditLogService, changesBetween } from '../../audit-log/audit-log.service.js';
import { isForeignKeyViolation } from '../../database/database-errors.js';
import type { Transaction } from '../../database/prisma.service.js';
import type { Caller } from '../../http/caller.js';
import { ProblemError } from '../../http/problem.js';
import { PermissionsService } from '../../permissions/permissions.service.js';
import { rooms } from '../../realtime/rooms.js';
import { decodeCursor, pageOf } from '../keyset-cursor.js';
import { ScreeningService } from '../screening/screening.service.js';
import { ServersService } from '../servers.service.js';
import { isInviteCode, makeInviteCode } from './invite-code.js';
import { isUsable } from './invites.policy.js';
import { presentInvite, presentInvitePreview, type InvitePreviewRow, type InviteRow } from './invites.presenter.js';
import { InvitesRepository, type NewInvite } from './invites.repository.js';

interface InviteInput {
  maxUses?: number | null | undefined;
  /** Seconds. */
  expiresIn?: number | null | undefined;
  channelId?: string | null | undefined;
}

@Injectable()
export class InvitesService {
  constructor(
    private readonly repository: InvitesRepository,
    private readonly servers: ServersService,
    private readonly screening: ScreeningService,
    private readonly auditLog: AuditLogService,
    private readonly permissions: PermissionsService,
  ) {}

  /** @throws NOT_FOUND, MISSING_PERMISSION, LIMIT_REACHED */
  async create(caller: Caller, serverId: string, { maxUses = null, expiresIn = null, channelId = null }: InviteInput): Promise<Invite> {
    await this.permissions.server(caller, serverId, 'CREATE_INVITE');
    if (channelId !== null) await this.requireChannel(caller, serverId, channelId);
    const now = new Date();
    const expiresAt = expiresIn === null ? null : new Date(now.getTime() + expiresIn * 1_000);
    const row = await this.insert(
      caller,
      { code: makeInviteCode(), serverId, channelId, inviterId: caller.userId, maxUses, expiresAt },
      now,
    );
    return presentInvite(row);
  }

  /** Those that still work; the own ones are everybody's to see. @throws NOT_FOUND, MISSING_PERMISSION, VALIDATION for a cursor from elsewhere */
  async list(
    caller: Caller,
    serverId: string,
    query: { inviterId?: string | undefined; cursor?: string | undefined; limit: number },
  ): Promise<{ invites: Invite[]; nextCursor: string | null }> {
    await this.permissions.server(caller, serverId, ...(query.inviterId === caller.userId ? [] : (['MANAGE_SERVER'] as const)));
    const before = query.cursor === undefined ? undefined : decodeCursor(query.cursor, isInviteCode);
    const rows = await this.repository.list({ serverId, inviterId: query.inviterId }, new Date(), before, query.limit + 1);
    const { page, nextCursor } = pageOf(rows, query.limit, (row) => ({ at: row.createdAt, key: row.code }));
    return { invites: page.map(presentInvite), nextCursor };
  }

  /** Whoever is banned sees nothing of the server. @throws INVITE_INVALID, BANNED */
  async preview(code: string, caller: Caller | undefined): Promise<InvitePreview> {
    const invite = await this.requireUsable(code);
    if (caller && (await this.screening.isBanned(invite.serverId.toString(), caller.userId))) throw new ProblemError('BANNED');
    return presentInvitePreview(invite, await this.isChannelOpen(invite));
  }

  /** @throws INVITE_INVALID */
  async requireUsable(code: string): Promise<InvitePreviewRow> {
    const invite = await this.repository.byCode(code);
    if (!invite || !isUsable(invite, new Date())) throw new ProblemError('INVITE_INVALID');
    return invite;
  }

  /** An own one, or any with MANAGE_SERVER. @throws INVITE_INVALID, MISSING_PERMISSION */
  async revoke(caller: Caller, code: string): Promise<void> {
    const invite = await this.repository.byCode(code);
    if (!invite) throw new ProblemError('INVITE_INVALID');
    const serverId = invite.serverId.toString();
    const remove = async (transaction: Transaction): Promise<void> => {
      if (!(await this.repository.remove(transaction, code))) throw new ProblemError('INVITE_INVALID');
      await this.auditLog.record(transaction, { serverId, actorId: caller.userId, targetName: code, action: 'INVITE_DELETE' });
    };
    if (invite.inviterId?.toString() === caller.userId) return this.repository.transaction(remove);
    await this.requireMember(caller, serverId);
    await this.permissions.underLock(caller, serverId, ['MANAGE_SERVER'], remove);
  }

  /** @throws INVITE_INVALID, LIMIT_REACHED, BANNED, ACCOUNT_TOO_NEW */
  async join(caller: Caller, code: string): Promise<JoinedServer> {
    const { serverId, isNew } = await this.repository.transaction((transaction) => this.accept(transaction, code, caller.userId));
    if (isNew) await this.servers.welcome(caller.userId, serverId);
    return this.servers.get(caller, serverId);
  }

  /**
   * Uses an invite up inside a transaction. Somebody who is in already uses nothing up; for a new member `ServersService.welcome` must
   * follow the commit.
   *
   * @throws INVITE_INVALID, LIMIT_REACHED, BANNED, ACCOUNT_TOO_NEW
   */
  async accept(transaction: Transaction, code: string, userId: string): Promise<{ serverId: string; isNew: boolean }> {
    const invite = await this.repository.lock(transaction, code);
    if (!invite) throw new ProblemError('INVITE_INVALID');
    const serverId = invite.serverId.toString();
    if (await this.servers.isMember(transaction, serverId, userId)) return { serverId, isNew: false };
    if (!isUsable(invite, new Date())) throw new ProblemError('INVITE_INVALID');
    await this.screening.requireAdmissible(transaction, serverId, userId);
    await this.repository.use(transaction, code);
    await this.servers.admit(transaction, serverId, userId, { inviterId: invite.inviterId?.toString() ?? null, inviteCode: code });
    return { serverId, isNew: true };
  }

  /** Whoever was thrown out a moment ago leaves no way in behind. */
  private async insert(caller: Caller, invite: NewInvite, now: Date): Promise<InviteRow> {
    try {
      return await this.permissions.underLock(caller, invite.serverId, ['CREATE_INVITE'], async (transaction) => {
        const count = await this.repository.count(transaction, invite.serverId, now);
        if (count >= limits.invitesPerServer)
          throw new ProblemError('LIMIT_REACHED', { detail: `A server has at most ${limits.invitesPerServer} invites` });
        const row = await this.repository.insert(transaction, invite);
        const { serverId, inviterId: actorId, code: targetName, channelId, maxUses, expiresAt } = invite;
        const changes = changesBetween(null, { channelId, maxUses, expiresAt });
        await this.auditLog.record(transaction, { serverId, actorId, action: 'INVITE_CREATE', targetName, changes });
        return row;
      });
    } catch (fault) {
      // The server or the channel went away in the meantime.
      throw isForeignKeyViolation(fault) ? new ProblemError('NOT_FOUND') : fault;
    }
  }

  private async requireChannel(caller: Caller, serverId: string, channelId: string): Promise<void> {
    const { channel } = await this.permissions.channel(caller, channelId, 'CREATE_INVITE');
    if (channel.serverId !== serverId) throw new ProblemError('NOT_FOUND');
  }

  /** Everybody may see an invite, so a stranger to its server hears that a permission is missing. */
  private async requireMember(caller: Caller, serverId: string): Promise<void> {
    const isMember = (await this.permissions.serversOf(caller.userId)).includes(serverId);
    if (!isMember) throw new ProblemError('MISSING_PERMISSION');
  }

  private async isChannelOpen({ serverId, channelId }: InvitePreviewRow): Promise<boolean> {
    if (channelId === null) return false;
    const room = await this.permissions.roomOfChannel(channelId.toString());
    return room === rooms.server(serverId.toString());
  }
}
