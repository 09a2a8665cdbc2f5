import { Injectable } from '@nestjs/common';
import type { AutoModRule } from '@hearth/contract';
import { AuditLogService } from '../audit-log/audit-log.service.js';
import type { Transaction } from '../database/prisma.service.js';
import { PermissionsService } from '../permissions/permissions.service.js';
import { ServersService } from '../servers/servers.service.js';
import { AutoModRepository } from './automod.repository.js';

interface Given {
  rule: AutoModRule;
  userIds: string[];
  seconds: number;
}

/** Timeouts that rules give. */
@Injectable()
export class Timeouts {
  constructor(
    private readonly repository: AutoModRepository,
    private readonly permissions: PermissionsService,
    private readonly servers: ServersService,
    private readonly auditLog: AuditLogService,
  ) {}

  /** Until when. A longer one that somebody has stays, and nothing is done to those who have left. */
  async give({ rule, userIds, seconds }: Given): Promise<Date> {
    const { serverId } = rule;
    const until = new Date(Date.now() + seconds * 1_000);
    const reached = await this.repository.transaction(async (transaction) => {
      const people = await this.repository.timeOut(transaction, serverId, userIds, until);
      if (people.length === 0) return [];
      await this.permissions.raiseAccessVersion(transaction, serverId);
      await this.record(transaction, rule, people, until);
      return people.map(({ userId }) => userId);
    });
    const [only] = reached;
    if (only === undefined) return until;
    await (reached.length === 1 ? this.permissions.membershipChanged(serverId, only) : this.permissions.changed(serverId));
    await this.servers.tellMembers(serverId, reached);
    return until;
  }

  /** Of many who are timed out at once there is one entry, which names them all. */
  private record(transaction: Transaction, rule: AutoModRule, people: { userId: string; username: string }[], until: Date): Promise<void> {
    const [first] = people;
    const target = people.length === 1 && first ? { targetId: first.userId, targetName: first.username } : {};
    const told = {
      rule: rule.name,
      timeoutUntil: until.toISOString(),
      ...(people.length > 1 && { members: people.map(({ userId }) => userId) }),
    };
    const changes = Object.entries(told).map(([key, after]) => ({ key, before: null, after }));
    return this.auditLog.record(transaction, { serverId: rule.serverId, actorId: null, action: 'AUTOMOD_TIMEOUT', ...target, changes });
  }
}
