import { Injectable } from '@nestjs/common';
import type { AutoModRule, AutoModTriggerType } from '@hearth/contract';
import { PrismaService, type Transaction } from '../database/prisma.service.js';
import type { RuleRow } from './automod.presenter.js';

/** What is stored of a rule beside its ids. */
export type RuleFields = Pick<AutoModRule, 'name' | 'enabled' | 'trigger' | 'actions' | 'exemptRoleIds' | 'exemptChannelIds'>;

@Injectable()
export class AutoModRepository {
  constructor(private readonly prisma: PrismaService) {}

  transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.prisma.$transaction(work);
  }

  /** The oldest first. */
  rules(serverId: string): Promise<RuleRow[]> {
    return this.prisma.autoModRule.findMany({ where: { serverId: BigInt(serverId) }, orderBy: { id: 'asc' } });
  }

  /** How many rules a server has, of each kind that it has. */
  async counts(transaction: Transaction, serverId: string): Promise<Map<AutoModTriggerType, number>> {
    const groups = await transaction.autoModRule.groupBy({ by: ['trigger'], where: { serverId: BigInt(serverId) }, _count: true });
    return new Map(groups.map(({ trigger, _count }) => [trigger, _count]));
  }

  /** Null when there is none. */
  byId(transaction: Transaction, serverId: string, ruleId: string): Promise<RuleRow | null> {
    return transaction.autoModRule.findFirst({ where: { id: BigInt(ruleId), serverId: BigInt(serverId) } });
  }

  insert(
    transaction: Transaction,
    { id, serverId, creatorId }: { id: string; serverId: string; creatorId: string },
    fields: RuleFields,
  ): Promise<RuleRow> {
    return transaction.autoModRule.create({
      data: { id: BigInt(id), serverId: BigInt(serverId), creatorId: BigInt(creatorId), ...columns(fields) },
    });
  }

  update(transaction: Transaction, ruleId: string, fields: RuleFields): Promise<RuleRow> {
    return transaction.autoModRule.update({ where: { id: BigInt(ruleId) }, data: columns(fields) });
  }

  async remove(transaction: Transaction, ruleId: string): Promise<void> {
    await transaction.autoModRule.delete({ where: { id: BigInt(ruleId) }, select: { id: true } });
  }

  /**
   * Lets members only read until then. Returns those to whom that is longer than before, with their names. The server's row is locked
   * first, as by all that changes members.
   */
  async timeOut(
    transaction: Transaction,
    serverId: string,
    userIds: string[],
    until: Date,
  ): Promise<{ userId: string; username: string }[]> {
    await transaction.$queryRaw`SELECT FROM servers WHERE id = ${BigInt(serverId)} FOR NO KEY UPDATE`;
    return transaction.$queryRaw`
      UPDATE members m SET timeout_until = ${until} FROM users u
      WHERE m.server_id = ${BigInt(serverId)} AND m.user_id = ANY(${userIds.map(BigInt)}) AND u.id = m.user_id
        AND (m.timeout_until IS NULL OR m.timeout_until < ${until})
      RETURNING m.user_id::text AS "userId", u.username`;
  }

  /** Those of the codes that invite into a server. */
  async invitesInto(serverId: string, codes: string[]): Promise<Set<string>> {
    const invites = await this.prisma.invite.findMany({
      where: { serverId: BigInt(serverId), code: { in: codes } },
      select: { code: true },
    });
    return new Set(invites.map(({ code }) => code));
  }
}

function columns({ name, enabled, trigger, actions, exemptRoleIds, exemptChannelIds }: RuleFields) {
  const { type, ...config } = trigger;
  return {
    ...{ name, enabled, trigger: type, config, actions },
    exemptRoles: exemptRoleIds.map(BigInt),
    exemptChannels: exemptChannelIds.map(BigInt),
  };
}
