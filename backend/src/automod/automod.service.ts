import { Injectable } from '@nestjs/common';
import {
  autoModRulesOf,
  hasPermission,
  limits,
  type AuditAction,
  type AuditChange,
  type AutoModRule,
  type AutoModTextTrigger,
  type CreateAutoModRule,
  type Raid,
  type UpdateAutoModRule,
} from '@hearth/contract';
import { AuditLogService } from '../audit-log/audit-log.service.js';
import { Bus } from '../cluster/bus.js';
import type { Transaction } from '../database/prisma.service.js';
import { Snowflakes } from '../database/snowflakes.js';
import type { Caller } from '../http/caller.js';
import { ProblemError } from '../http/problem.js';
import { PermissionsService, type LockedAccess } from '../permissions/permissions.service.js';
import { nameableBy, requireNameable, requireSearchable, requireUsable, timesOutAnew, withChanges } from './automod.policy.js';
import { presentRule } from './automod.presenter.js';
import { AutoModRepository, type RuleFields } from './automod.repository.js';
import { RuleSet } from './engine/rule-set.js';
import { RaidsService } from './raids/raids.service.js';
import { ruleChanges } from './rule-changes.js';

/** The rules of AutoMod as those who run a server write them. */
@Injectable()
export class AutoModService {
  constructor(
    private readonly repository: AutoModRepository,
    private readonly raids: RaidsService,
    private readonly permissions: PermissionsService,
    private readonly auditLog: AuditLogService,
    private readonly bus: Bus,
    private readonly snowflakes: Snowflakes,
  ) {}

  /** @throws NOT_FOUND, MISSING_PERMISSION */
  async list(caller: Caller, serverId: string): Promise<{ rules: AutoModRule[]; raid: Raid | null }> {
    await this.permissions.server(caller, serverId, 'MANAGE_SERVER');
    const [rows, raid] = await Promise.all([this.repository.rules(serverId), this.raids.present(serverId)]);
    return { rules: rows.map(presentRule), raid };
  }

  /** @throws NOT_FOUND, MISSING_PERMISSION, VALIDATION, LIMIT_REACHED */
  create(caller: Caller, serverId: string, input: CreateAutoModRule): Promise<AutoModRule> {
    return this.change(caller, serverId, async (transaction, access) => {
      requireFit(access, input, null);
      await this.requireRoom(transaction, serverId, input);
      const ids = { id: this.snowflakes.next(), serverId, creatorId: caller.userId };
      const rule = presentRule(await this.repository.insert(transaction, ids, input));
      await this.record(transaction, caller, 'AUTOMOD_RULE_CREATE', rule, ruleChanges(null, input));
      return rule;
    });
  }

  /** A raid that the rule found is over when it is switched off. @throws NOT_FOUND, MISSING_PERMISSION, VALIDATION */
  update(caller: Caller, serverId: string, ruleId: string, input: UpdateAutoModRule): Promise<AutoModRule> {
    return this.change(caller, serverId, async (transaction, access) => {
      const before = await this.require(transaction, serverId, ruleId);
      const wanted = withChanges(before, input);
      requireFit(access, wanted, before);
      const changes = ruleChanges(fieldsOf(before), wanted);
      if (changes.length === 0) return before;
      const rule = presentRule(await this.repository.update(transaction, ruleId, wanted));
      await this.record(transaction, caller, 'AUTOMOD_RULE_UPDATE', rule, changes);
      if (!rule.enabled) await this.raids.endOf(transaction, serverId, ruleId);
      return rule;
    });
  }

  /** As `update`. @throws NOT_FOUND, MISSING_PERMISSION */
  async remove(caller: Caller, serverId: string, ruleId: string): Promise<void> {
    await this.change(caller, serverId, async (transaction) => {
      const rule = await this.require(transaction, serverId, ruleId);
      await this.repository.remove(transaction, ruleId);
      await this.raids.endOf(transaction, serverId, ruleId);
      await this.record(transaction, caller, 'AUTOMOD_RULE_DELETE', rule, ruleChanges(fieldsOf(rule), null));
    });
  }

  /** What a rule would find in a text. @throws NOT_FOUND, MISSING_PERMISSION, VALIDATION */
  async test(caller: Caller, serverId: string, trigger: AutoModTextTrigger, content: string): Promise<{ matched: string | null }> {
    await this.permissions.server(caller, serverId, 'MANAGE_SERVER');
    requireSearchable(trigger);
    const rules = await RuleSet.build([{ trigger }]);
    const [match] = await rules.find(content, () => true, {
      ownInvites: (codes) => this.repository.invitesInto(serverId, codes),
      timesSent: () => Promise.resolve(1),
    });
    return { matched: match?.matched ?? null };
  }

  private async change<T>(
    caller: Caller,
    serverId: string,
    work: (transaction: Transaction, access: LockedAccess) => Promise<T>,
  ): Promise<T> {
    const done = await this.permissions.underLock(caller, serverId, ['MANAGE_SERVER'], work);
    await this.bus.publish('automod:changed', { serverId });
    return done;
  }

  private async requireRoom(transaction: Transaction, serverId: string, { trigger }: RuleFields): Promise<void> {
    const counts = await this.repository.counts(transaction, serverId);
    const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
    const ofKind = autoModRulesOf(trigger.type);
    if (all >= limits.autoMod.rules)
      throw new ProblemError('LIMIT_REACHED', { detail: `A server has at most ${limits.autoMod.rules} rules` });
    if ((counts.get(trigger.type) ?? 0) < ofKind) return;
    throw new ProblemError('LIMIT_REACHED', { detail: `A server has at most ${ofKind} rules of this kind` });
  }

  private async require(transaction: Transaction, serverId: string, ruleId: string): Promise<AutoModRule> {
    const row = await this.repository.byId(transaction, serverId, ruleId);
    if (!row) throw new ProblemError('NOT_FOUND');
    return presentRule(row);
  }

  private record(
    transaction: Transaction,
    { userId }: Caller,
    action: AuditAction,
    { id, name, serverId }: AutoModRule,
    changes: AuditChange[],
  ): Promise<void> {
    return this.auditLog.record(transaction, { serverId, actorId: userId, action, targetId: id, targetName: name, changes });
  }
}

/** @throws MISSING_PERMISSION, VALIDATION */
function requireFit(access: LockedAccess, wanted: RuleFields, before: AutoModRule | null): void {
  // A rule is no way around a missing permission.
  if (timesOutAnew(wanted.actions, before?.actions ?? []) && !hasPermission(access.permissions, 'TIMEOUT_MEMBERS')) {
    throw new ProblemError('MISSING_PERMISSION', { detail: 'This needs TIMEOUT_MEMBERS' });
  }
  requireUsable(wanted);
  requireNameable(wanted, before, nameableBy(access));
}

const fieldsOf = ({ name, enabled, trigger, actions, exemptRoleIds, exemptChannelIds }: AutoModRule): RuleFields => ({
  ...{ name, enabled, trigger, actions, exemptRoleIds, exemptChannelIds },
});
