import { Injectable } from '@nestjs/common';
import type { Role } from '@hearth/contract';
import { AuditLogService, changesBetween } from '../../audit-log/audit-log.service.js';
import { ChannelsService } from '../../channels/channels.service.js';
import type { Transaction } from '../../database/prisma.service.js';
import type { Caller } from '../../http/caller.js';
import { PermissionsService, type LockedAccess } from '../../permissions/permissions.service.js';
import { Publisher } from '../../realtime/publisher.js';
import { rooms } from '../../realtime/rooms.js';
import { presentMember } from '../servers.presenter.js';
import { lostRole, overwritesFor, placeFor, takersOf, type LostRole } from './lost-role.js';
import { requireFree } from './roles.policy.js';
import { placesOf, presentRole } from './roles.presenter.js';
import { RolesRepository, type RoleFields } from './roles.repository.js';

interface DeletedRole {
  serverId: string;
  roleId: string;
  fields: RoleFields;
  /** What the audit log kept of it; null for what was deleted before it kept anything. */
  lost: unknown;
}

interface Restored {
  role: Role;
  order: { id: string; position: number }[];
  memberIds: string[];
  channelIds: string[];
}

/** Brings deleted roles back. */
@Injectable()
export class RoleRestorationService {
  constructor(
    private readonly repository: RolesRepository,
    private readonly permissions: PermissionsService,
    private readonly channels: ChannelsService,
    private readonly auditLog: AuditLogService,
    private readonly publisher: Publisher,
  ) {}

  /**
   * Under its old id, which messages and rules may still name, where it stood, to those of its members who are still in the server, and
   * with its overwrites in the channels that are still there; as far as the caller's place lets them.
   *
   * @throws NOT_FOUND, MISSING_PERMISSION, LIMIT_REACHED, CONFLICT when it is there again
   */
  async restore(caller: Caller, deleted: DeletedRole, reason?: string): Promise<Role> {
    const { serverId } = deleted;
    const lost = deleted.lost === null ? { position: 1, memberIds: [], overwrites: [] } : lostRole.parse(deleted.lost);
    // Administrators hold every permission: of what they bring back nothing is more than they may give.
    const restored = await this.permissions.underLock(caller, serverId, ['ADMINISTRATOR'], async (transaction, access) => {
      requireFree(access, deleted.roleId);
      const restored = await this.insert(transaction, access, deleted, lost);
      await this.permissions.raiseAccessVersion(transaction, serverId);
      const { role, memberIds } = restored;
      const changes = changesBetween(null, { ...deleted.fields, ...(memberIds.length > 0 && { members: memberIds.length }) });
      const act = { serverId, actorId: caller.userId, targetId: role.id, targetName: role.name, changes, reason };
      await this.auditLog.record(transaction, { ...act, action: 'ROLE_CREATE' });
      return restored;
    });
    await this.permissions.changed(serverId);
    await this.tell(serverId, restored);
    return restored.role;
  }

  private async insert(
    transaction: Transaction,
    access: LockedAccess,
    { serverId, roleId, fields }: DeletedRole,
    lost: LostRole,
  ): Promise<Restored> {
    const position = placeFor(access, lost.position);
    if (access.rules.server.roles.some((role) => role.position === position)) await this.repository.moveUp(transaction, serverId, position);
    const row = await this.repository.insert(transaction, serverId, roleId, { ...fields, position });
    const memberIds = takersOf(access, await access.others(lost.memberIds));
    await this.repository.assignAll(transaction, serverId, roleId, memberIds);
    const overwrites = overwritesFor(access, lost.overwrites);
    await this.repository.insertOverwrites(transaction, roleId, overwrites);
    const channelIds = overwrites.map(({ channelId }) => channelId);
    return { role: presentRole(row), order: placesOf(await this.repository.list(serverId, transaction)), memberIds, channelIds };
  }

  /** Thousands may have it again: each is told of themselves, and who shows others asks anew. */
  private async tell(serverId: string, { role, order, memberIds, channelIds }: Restored): Promise<void> {
    this.publisher.emitAll(rooms.server(serverId), [
      ['role:create', { serverId, role, assigned: memberIds.length > 0 }],
      ['role:order', { serverId, roles: order }],
    ]);
    await this.channels.announceByIds(channelIds);
    for (const row of await this.repository.membersAmong(serverId, memberIds))
      this.publisher.emit(rooms.user(row.userId.toString()), 'member:update', presentMember(row));
  }
}
