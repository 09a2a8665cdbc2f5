import { Injectable } from '@nestjs/common';
import type { Server } from '@hearth/contract';
import { AuditLogService } from '../../audit-log/audit-log.service.js';
import type { Caller } from '../../http/caller.js';
import { ProblemError } from '../../http/problem.js';
import { PermissionsService, type ServerAccess } from '../../permissions/permissions.service.js';
import { Publisher } from '../../realtime/publisher.js';
import { rooms } from '../../realtime/rooms.js';
import { presentServer } from '../servers.presenter.js';
import { OwnershipRepository } from './ownership.repository.js';

/** Whose a server is. */
@Injectable()
export class OwnershipService {
  constructor(
    private readonly repository: OwnershipRepository,
    private readonly permissions: PermissionsService,
    private readonly auditLog: AuditLogService,
    private readonly publisher: Publisher,
  ) {}

  /** @throws NOT_FOUND, MISSING_PERMISSION for all but the owner */
  async requireOwner(caller: Caller, serverId: string): Promise<void> {
    requireOwn(await this.permissions.server(caller, serverId));
  }

  /** The old owner stays as a member with the roles that they have. @throws NOT_FOUND, MISSING_PERMISSION, CONFLICT for the owner */
  async transfer(caller: Caller, serverId: string, userId: string): Promise<Server> {
    const row = await this.permissions.underLock(caller, serverId, [], async (transaction, access) => {
      requireOwn(access);
      if (userId === caller.userId) throw new ProblemError('CONFLICT', { detail: 'The server is yours' });
      if (!(await access.others([userId])).has(userId)) throw new ProblemError('NOT_FOUND');
      const names = await this.repository.usernames(transaction, [caller.userId, userId]);
      const row = await this.repository.setOwner(transaction, serverId, userId);
      await this.permissions.raiseAccessVersion(transaction, serverId);
      const changes = [{ key: 'owner', before: names.get(caller.userId) ?? null, after: names.get(userId) ?? null }];
      const act = { serverId, actorId: caller.userId, targetId: userId, targetName: names.get(userId) ?? null, changes };
      await this.auditLog.record(transaction, { ...act, action: 'OWNER_TRANSFER' });
      return row;
    });
    await this.permissions.changed(serverId);
    const server = presentServer(row);
    this.publisher.emit(rooms.server(serverId), 'server:update', server);
    return server;
  }
}

function requireOwn({ rules, member }: ServerAccess): void {
  if (rules.server.ownerId !== member.userId)
    throw new ProblemError('MISSING_PERMISSION', { detail: 'Only the owner can hand a server over' });
}
