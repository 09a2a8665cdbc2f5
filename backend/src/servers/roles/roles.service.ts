import { Injectable } from '@nestjs/common';
import { highestPosition, type Role, type RoleWithCount } from '@hearth/contract';
import { AuditLogService, changesBetween, type AuditEntry } from '../../audit-log/audit-log.service.js';
import type { Transaction } from '../../database/prisma.service.js';
import { Snowflakes } from '../../database/snowflakes.js';
import type { Caller } from '../../http/caller.js';
import { ProblemError } from '../../http/problem.js';
import { PermissionsService, type LockedAccess } from '../../permissions/permissions.service.js';
import { Publisher } from '../../realtime/publisher.js';
import { rooms } from '../../realtime/rooms.js';
import { KEPT_HOLDERS } from './lost-role.js';
import { planOrder, requireEditable, requireGrantable, requireNoGain, requireRoom, withoutRole, type RolePlace } from './roles.policy.js';
import { placesOf, presentRole, type RoleRow } from './roles.presenter.js';
import { RolesRepository, type RoleFields } from './roles.repository.js';

/** What is left out stays, or is what a new role begins with. */
interface RoleInput {
  name?: string | undefined;
  color?: number | null | undefined;
  hoist?: boolean | undefined;
  mentionable?: boolean | undefined;
  permissions?: string | undefined;
  reason?: string | undefined;
}

type Reason = string | undefined;

@Injectable()
export class RolesService {
  constructor(
    private readonly repository: RolesRepository,
    private readonly permissions: PermissionsService,
    private readonly auditLog: AuditLogService,
    private readonly publisher: Publisher,
    private readonly snowflakes: Snowflakes,
  ) {}

  /** The lowest first. @throws NOT_FOUND */
  async list(caller: Caller, serverId: string): Promise<RoleWithCount[]> {
    const { rules } = await this.permissions.server(caller, serverId);
    const [roles, counts] = await Promise.all([this.repository.list(serverId), this.repository.memberCounts(serverId)]);
    counts.set(serverId, rules.memberCount);
    return roles.map((row) => ({ ...presentRole(row), memberCount: counts.get(row.id.toString()) ?? 0 }));
  }

  /** @throws NOT_FOUND, MISSING_PERMISSION, LIMIT_REACHED */
  async create(caller: Caller, serverId: string, { name, reason, ...input }: RoleInput & { name: string }): Promise<Role> {
    const { color = null, hoist = false, mentionable = false, permissions = '0' } = input;
    const fields: RoleFields = { name, color, hoist, mentionable, permissions: BigInt(permissions) };
    const { role, order } = await this.permissions.underLock(caller, serverId, ['MANAGE_ROLES'], async (transaction, access) => {
      requireGrantable(access, fields.permissions);
      requireRoom(access);
      requirePlace(access);
      await this.repository.moveUp(transaction, serverId, 1);
      const row = await this.repository.insert(transaction, serverId, this.snowflakes.next(), { ...fields, position: 1 });
      const changes = changesBetween(null, { ...fields });
      await this.note(transaction, { serverId, actorId: caller.userId, action: 'ROLE_CREATE', ...targetOf(row), changes, reason });
      return { role: presentRole(row), order: placesOf(await this.repository.list(serverId, transaction)) };
    });
    await this.permissions.changed(serverId);
    this.publisher.emitAll(rooms.server(serverId), [
      ['role:create', { serverId, role }],
      ['role:order', { serverId, roles: order }],
    ]);
    return role;
  }

  /** @throws NOT_FOUND, MISSING_PERMISSION, VALIDATION for what @everyone does not have */
  async update(caller: Caller, serverId: string, roleId: string, { reason, ...input }: RoleInput): Promise<Role> {
    const given = givenFields(input);
    const { row, isChanged } = await this.permissions.underLock(caller, serverId, ['MANAGE_ROLES'], async (transaction, access) => {
      requireEditable(access, roleId);
      const present = await this.repository.byId(transaction, roleId);
      const before = fieldsOf(present);
      const changes = changesBetween({ ...before }, { ...before, ...given });
      if (roleId === serverId) requireOnlyPermissions(changes.map(({ key }) => key));
      requireGrantable(access, before.permissions ^ (given.permissions ?? before.permissions));
      if (changes.length === 0) return { row: present, isChanged: false };
      const row = await this.repository.update(transaction, roleId, given);
      await this.note(transaction, { serverId, actorId: caller.userId, action: 'ROLE_UPDATE', ...targetOf(row), changes, reason });
      return { row, isChanged: true };
    });
    const role = presentRole(row);
    if (!isChanged) return role;
    await this.permissions.changed(serverId);
    this.publisher.emit(rooms.server(serverId), 'role:update', { serverId, role });
    return role;
  }

  /** Returns all, the lowest first. @throws NOT_FOUND, MISSING_PERMISSION, VALIDATION */
  async order(caller: Caller, serverId: string, places: RolePlace[], reason?: Reason): Promise<Role[]> {
    const order = await this.permissions.underLock(caller, serverId, ['MANAGE_ROLES'], async (transaction, access) => {
      const plan = planOrder(access, places);
      if (!plan) return null;
      const before = (await this.repository.list(serverId, transaction)).map(({ id }) => id.toString()).filter((id) => id !== serverId);
      await this.repository.move(transaction, plan);
      const changes = changesBetween({ order: before }, { order: plan.map(({ id }) => id) });
      await this.note(transaction, { serverId, actorId: caller.userId, action: 'ROLE_ORDER', changes, reason });
      return plan;
    });
    if (order) {
      await this.permissions.changed(serverId);
      this.publisher.emit(rooms.server(serverId), 'role:order', { serverId, roles: order });
    }
    return (await this.repository.list(serverId)).map(presentRole);
  }

  /** @throws NOT_FOUND, MISSING_PERMISSION, VALIDATION for @everyone */
  async remove(caller: Caller, serverId: string, roleId: string, reason?: Reason): Promise<void> {
    if (roleId === serverId) throw new ProblemError('VALIDATION', { detail: 'The role @everyone cannot be deleted' });
    await this.permissions.underLock(caller, serverId, ['MANAGE_ROLES'], async (transaction, access) => {
      requireEditable(access, roleId);
      requireNoGain(access, { rules: withoutRole(access.rules, roleId) });
      const row = await this.repository.byId(transaction, roleId);
      const { members, ...lost } = await this.repository.lost(transaction, serverId, row, KEPT_HOLDERS);
      await this.repository.remove(transaction, serverId, roleId);
      const changes = changesBetween({ ...fieldsOf(row), ...(members > 0 && { members }) }, null);
      const act = { serverId, actorId: caller.userId, ...targetOf(row), changes, lost, reason };
      await this.note(transaction, { ...act, action: 'ROLE_DELETE' });
    });
    await this.permissions.changed(serverId);
    this.publisher.emit(rooms.server(serverId), 'role:delete', { serverId, roleId });
  }

  private async note(transaction: Transaction, entry: AuditEntry): Promise<void> {
    await this.permissions.raiseAccessVersion(transaction, entry.serverId);
    await this.auditLog.record(transaction, entry);
  }
}

/** @throws MISSING_PERMISSION for whoever has no role, as what they make would stand above them */
function requirePlace({ rules, member }: LockedAccess): void {
  if (highestPosition(rules.server, member) < 1)
    throw new ProblemError('MISSING_PERMISSION', { detail: 'New roles stand below your highest role, and you have none' });
}

function requireOnlyPermissions(changed: string[]): void {
  const refused = changed.filter((key) => key !== 'permissions');
  if (refused.length === 0) return;
  const message = 'cannot be changed for @everyone';
  throw new ProblemError('VALIDATION', { detail: message, errors: refused.map((key) => ({ path: `body.${key}`, message })) });
}

const fieldsOf = ({ name, color, hoist, mentionable, permissions }: RoleRow): RoleFields => ({
  name,
  color,
  hoist,
  mentionable,
  permissions,
});

function givenFields({ permissions, ...rest }: RoleInput): Partial<RoleFields> {
  const fields = { ...rest, permissions: permissions === undefined ? undefined : BigInt(permissions) };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

const targetOf = ({ id, name }: RoleRow) => ({ targetId: id.toString(), targetName: name });
