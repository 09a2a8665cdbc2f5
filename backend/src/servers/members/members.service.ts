import { Injectable } from '@nestjs/common';
import { id, type Join, type Member, type Origin, type PermissionName, type UserSummary } from '@hearth/contract';
import { AuditLogService, changesBetween, type AuditEntry } from '../../audit-log/audit-log.service.js';
import { Bus } from '../../cluster/bus.js';
import type { Transaction } from '../../database/prisma.service.js';
import type { Caller } from '../../http/caller.js';
import { ProblemError } from '../../http/problem.js';
import { PermissionsService } from '../../permissions/permissions.service.js';
import { Publisher } from '../../realtime/publisher.js';
import { rooms } from '../../realtime/rooms.js';
import { presentUserSummary, UsersService } from '../../users/users.service.js';
import { decodeCursor, pageOf } from '../keyset-cursor.js';
import { presentMember, type MemberRow } from '../servers.presenter.js';
import { ServersService } from '../servers.service.js';
import { requireLower, requireNoAdministrator, requireTimeout } from './members.policy.js';
import { presentJoin, presentOrigin } from './members.presenter.js';
import { MembersRepository } from './members.repository.js';

/** What is left out stays; a null `timeoutUntil` ends the timeout. */
interface MemberInput {
  nickname?: string | null | undefined;
  timeoutUntil?: string | null | undefined;
  reason?: string | undefined;
}

interface Change {
  nickname?: string | null;
  timeoutUntil?: Date | null;
}

interface Written {
  row: MemberRow;
  /** What became another. */
  keys: string[];
}

const isJoinId = (text: string) => id.safeParse(text).success;

/** What moderators do to one member, and who came by whom. */
@Injectable()
export class MembersService {
  constructor(
    private readonly repository: MembersRepository,
    private readonly servers: ServersService,
    private readonly permissions: PermissionsService,
    private readonly auditLog: AuditLogService,
    private readonly users: UsersService,
    private readonly publisher: Publisher,
    private readonly bus: Bus,
  ) {}

  /** @throws NOT_FOUND */
  async get(caller: Caller, serverId: string, userId: string): Promise<Member> {
    await this.permissions.server(caller, serverId);
    const row = await this.repository.byId(serverId, userId);
    if (!row) throw new ProblemError('NOT_FOUND');
    return presentMember(row);
  }

  /** @throws NOT_FOUND, MISSING_PERMISSION */
  async rename(caller: Caller, serverId: string, input: Pick<MemberInput, 'nickname'>): Promise<Member> {
    const { userId } = caller;
    const written = await this.permissions.underLock(caller, serverId, ['CHANGE_NICKNAME'], (transaction) =>
      this.commit(transaction, { serverId, actorId: userId, targetId: userId }, changeOf(input)),
    );
    return this.tell(serverId, userId, written);
  }

  /** @throws NOT_FOUND, MISSING_PERMISSION, VALIDATION */
  async update(caller: Caller, serverId: string, userId: string, { reason, ...input }: MemberInput): Promise<Member> {
    const change = changeOf(input);
    const written = await this.permissions.underLock(caller, serverId, neededFor(change), async (transaction, access) => {
      const target = (await access.others([userId])).get(userId);
      if (!target) throw new ProblemError('NOT_FOUND');
      requireLower(access, target);
      if (change.timeoutUntil) requireNoAdministrator(access, target);
      requireTimeout(change.timeoutUntil ?? null, access.now);
      return this.commit(transaction, { serverId, actorId: caller.userId, targetId: userId, reason }, change);
    });
    return this.tell(serverId, userId, written);
  }

  /** They may come back by invite. @throws NOT_FOUND, MISSING_PERMISSION */
  async kick(caller: Caller, serverId: string, userId: string, reason?: string): Promise<void> {
    await this.permissions.underLock(caller, serverId, ['KICK_MEMBERS'], async (transaction, access) => {
      const target = (await access.others([userId])).get(userId);
      if (!target) throw new ProblemError('NOT_FOUND');
      requireLower(access, target);
      const { user } = await this.repository.locked(transaction, serverId, userId);
      await this.servers.expel(transaction, serverId, [userId]);
      const act = { serverId, actorId: caller.userId, targetId: userId, targetName: user.username, reason };
      await this.auditLog.record(transaction, { ...act, action: 'MEMBER_KICK' });
    });
    await this.servers.farewell(serverId, [userId]);
  }

  /** The newest first. @throws NOT_FOUND, MISSING_PERMISSION, VALIDATION for a cursor from elsewhere */
  async joins(
    caller: Caller,
    serverId: string,
    { inviterId, cursor, limit }: { inviterId?: string | undefined; cursor?: string | undefined; limit: number },
  ): Promise<{ joins: Join[]; nextCursor: string | null }> {
    await this.permissions.server(caller, serverId, 'KICK_MEMBERS');
    const before = cursor === undefined ? undefined : decodeCursor(cursor, isJoinId);
    const rows = await this.repository.joins(serverId, inviterId, before, limit + 1);
    const { page, nextCursor } = pageOf(rows, limit, (row) => ({ at: row.joinedAt, key: row.id }));
    const people = await this.users.summaries([...new Set(page.flatMap((row) => [row.userId, ...(row.inviterId ? [row.inviterId] : [])]))]);
    return { joins: page.flatMap((row) => presentJoin(row, people)), nextCursor };
  }

  /** @throws NOT_FOUND, MISSING_PERMISSION */
  async origins(caller: Caller, serverId: string, userIds: string[]): Promise<{ origins: Origin[] }> {
    await this.permissions.server(caller, serverId, 'KICK_MEMBERS');
    const rows = await this.repository.origins(serverId, userIds);
    const people = await this.users.summaries([...new Set(rows.flatMap(({ inviterId }) => inviterId?.toString() ?? []))]);
    return { origins: rows.map((row) => presentOrigin(row, people)) };
  }

  /** By the beginning of a name. @throws NOT_FOUND, MISSING_PERMISSION */
  async former(caller: Caller, serverId: string, { query, limit }: { query: string; limit: number }): Promise<{ users: UserSummary[] }> {
    await this.permissions.server(caller, serverId, 'KICK_MEMBERS');
    return { users: (await this.repository.former(serverId, query, limit)).map(presentUserSummary) };
  }

  private async tell(serverId: string, userId: string, { row, keys }: Written): Promise<Member> {
    const member = presentMember(row);
    if (keys.includes('timeoutUntil')) await this.permissions.membershipChanged(serverId, userId);
    else if (keys.length > 0) await this.bus.publish('member:changed', { serverId, userId });
    if (keys.length > 0) this.publisher.emit(rooms.server(serverId), 'member:update', member);
    return member;
  }

  /** A nickname and a timeout are two acts. */
  private async commit(transaction: Transaction, act: Omit<AuditEntry, 'action'> & { targetId: string }, change: Change): Promise<Written> {
    const { serverId, targetId } = act;
    const before = await this.repository.locked(transaction, serverId, targetId);
    const { nickname, timeoutUntil } = before;
    const changes = changesBetween({ nickname, timeoutUntil }, { nickname, timeoutUntil, ...change });
    if (changes.length === 0) return { row: before, keys: [] };
    const row = await this.repository.update(transaction, serverId, targetId, change);
    if (changes.some(({ key }) => key === 'timeoutUntil')) await this.permissions.raiseAccessVersion(transaction, serverId);
    const entries = changes.map((each): AuditEntry => {
      const action = each.key === 'nickname' ? 'MEMBER_UPDATE' : 'MEMBER_TIMEOUT';
      return { ...act, action, targetName: before.user.username, changes: [each] };
    });
    await this.auditLog.recordAll(transaction, entries);
    return { row, keys: changes.map(({ key }) => key) };
  }
}

const changeOf = ({ nickname, timeoutUntil }: MemberInput): Change => ({
  ...(nickname !== undefined && { nickname }),
  ...(timeoutUntil !== undefined && { timeoutUntil: timeoutUntil === null ? null : new Date(timeoutUntil) }),
});

const neededFor = ({ nickname, timeoutUntil }: Change): PermissionName[] => [
  ...(nickname !== undefined ? (['MANAGE_NICKNAMES'] as const) : []),
  ...(timeoutUntil !== undefined ? (['TIMEOUT_MEMBERS'] as const) : []),
];
