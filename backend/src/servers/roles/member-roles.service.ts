import { Injectable } from '@nestjs/common';
import type { Member, PermissionMember } from '@hearth/contract';
import { AuditLogService, type AuditEntry } from '../../audit-log/audit-log.service.js';
import type { Transaction } from '../../database/prisma.service.js';
import type { Caller } from '../../http/caller.js';
import { ProblemError } from '../../http/problem.js';
import { PermissionsService, type LockedAccess } from '../../permissions/permissions.service.js';
import { Publisher } from '../../realtime/publisher.js';
import { rooms } from '../../realtime/rooms.js';
import { presentMember, type MemberRow } from '../servers.presenter.js';
import { requireActable, requireEditable, requireGrantable, requireNoGain } from './roles.policy.js';
import type { RoleRow } from './roles.presenter.js';
import { RolesRepository } from './roles.repository.js';

/** Which role of whom. */
export interface Assignment {
  serverId: string;
  userId: string;
  roleId: string;
}

interface Change {
  row: MemberRow;
  isChanged: boolean;
}

/** Who has which role. */
@Injectable()
export class MemberRolesService {
  constructor(
    private readonly repository: RolesRepository,
    private readonly permissions: PermissionsService,
    private readonly auditLog: AuditLogService,
    private readonly publisher: Publisher,
  ) {}

  /** Those who have a role, the oldest account first. @throws NOT_FOUND */
  async list(
    caller: Caller,
    serverId: string,
    roleId: string,
    { cursor, limit }: { cursor?: string | undefined; limit: number },
  ): Promise<{ members: Member[]; nextCursor: string | null }> {
    const { rules } = await this.permissions.server(caller, serverId);
    if (!rules.server.roles.some(({ id }) => id === roleId)) throw new ProblemError('NOT_FOUND');
    const rows =
      roleId === serverId
        ? await this.repository.everybody(serverId, cursor, limit + 1)
        : await this.repository.members(serverId, roleId, cursor, limit + 1);
    const page = rows.slice(0, limit);
    const last = rows.length > limit ? page.at(-1) : undefined;
    return { members: page.map(presentMember), nextCursor: last?.userId.toString() ?? null };
  }

  /** @throws NOT_FOUND, MISSING_PERMISSION, VALIDATION for @everyone */
  add(caller: Caller, assignment: Assignment, reason?: string): Promise<Member> {
    const { serverId, userId, roleId } = assignment;
    return this.change(caller, assignment, async (transaction, access, target) => {
      const role = requireEditable(access, roleId);
      requireGrantable(access, role.permissions);
      if (target.roleIds.includes(roleId)) return this.unchanged(transaction, assignment);
      if (userId === caller.userId) requireNoGain(access, { member: { ...target, roleIds: [...target.roleIds, roleId] } });
      await this.repository.assign(transaction, serverId, userId, roleId);
      const after = nameOf(await this.repository.byId(transaction, roleId));
      return this.note(transaction, caller, assignment, { changes: [{ key: 'roles', before: null, after }], reason });
    });
  }

  /** @throws NOT_FOUND, MISSING_PERMISSION, VALIDATION for @everyone */
  async remove(caller: Caller, assignment: Assignment, reason?: string): Promise<void> {
    const { serverId, userId, roleId } = assignment;
    await this.change(caller, assignment, async (transaction, access, target) => {
      requireEditable(access, roleId);
      if (!target.roleIds.includes(roleId)) return this.unchanged(transaction, assignment);
      if (userId === caller.userId) requireNoGain(access, { member: { ...target, roleIds: target.roleIds.filter((id) => id !== roleId) } });
      await this.repository.unassign(transaction, serverId, userId, roleId);
      const before = nameOf(await this.repository.byId(transaction, roleId));
      return this.note(transaction, caller, assignment, { changes: [{ key: 'roles', before, after: null }], reason });
    });
  }

  private async change(
    caller: Caller,
    { serverId, userId, roleId }: Assignment,
    work: (transaction: Transaction, access: LockedAccess, target: PermissionMember) => Promise<Change>,
  ): Promise<Member> {
    if (roleId === serverId) throw new ProblemError('VALIDATION', { detail: 'Everybody has the role @everyone' });
    const { row, isChanged } = await this.permissions.underLock(caller, serverId, ['MANAGE_ROLES'], async (transaction, access) => {
      const target = (await access.others([userId])).get(userId);
      if (!target) throw new ProblemError('NOT_FOUND');
      requireActable(access, target);
      return work(transaction, access, target);
    });
    const member = presentMember(row);
    if (!isChanged) return member;
    await this.permissions.membershipChanged(serverId, userId);
    this.publisher.emit(rooms.server(serverId), 'member:update', member);
    return member;
  }

  private async unchanged(transaction: Transaction, { serverId, userId }: Assignment): Promise<Change> {
    return { row: await this.repository.member(transaction, serverId, userId), isChanged: false };
  }

  private async note(
    transaction: Transaction,
    caller: Caller,
    { serverId, userId }: Assignment,
    entry: Pick<AuditEntry, 'changes' | 'reason'>,
  ): Promise<Change> {
    await this.permissions.raiseAccessVersion(transaction, serverId);
    const row = await this.repository.member(transaction, serverId, userId);
    const target = { targetId: userId, targetName: row.user.username };
    await this.auditLog.record(transaction, { serverId, actorId: caller.userId, action: 'MEMBER_ROLES', ...target, ...entry });
    return { row, isChanged: true };
  }
}

const nameOf = ({ id, name }: RoleRow) => ({ id: id.toString(), name });
