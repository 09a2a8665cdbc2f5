import { Injectable, type OnModuleInit } from '@nestjs/common';
import { idTime, limits, type AutoModRule, type AutoModTrigger, type Raid } from '@hearth/contract';
import { PinoLogger } from 'nestjs-pino';
import { AuditLogService } from '../../audit-log/audit-log.service.js';
import type { Transaction } from '../../database/prisma.service.js';
import type { Caller } from '../../http/caller.js';
import { ProblemError } from '../../http/problem.js';
import { MessagesService } from '../../messages/messages.service.js';
import { PermissionsService } from '../../permissions/permissions.service.js';
import { ScreeningService } from '../../servers/screening/screening.service.js';
import { ServersService } from '../../servers/servers.service.js';
import { alertChannelOf, timeoutOf } from '../automod.policy.js';
import { presentRaid } from '../automod.presenter.js';
import { RuleCache } from '../rule-cache.js';
import { Timeouts } from '../timeouts.js';
import { RaidsRepository } from './raids.repository.js';

type RaidTrigger = Extract<AutoModTrigger, { type: 'RAID' }>;

interface RaidRule {
  rule: AutoModRule;
  trigger: RaidTrigger;
}

/** Many new accounts that come at once, counted over the joins in the database: whichever node somebody comes in by. */
@Injectable()
export class RaidsService implements OnModuleInit {
  constructor(
    private readonly repository: RaidsRepository,
    private readonly rules: RuleCache,
    private readonly timeouts: Timeouts,
    private readonly messages: MessagesService,
    private readonly permissions: PermissionsService,
    private readonly auditLog: AuditLogService,
    private readonly servers: ServersService,
    private readonly screening: ScreeningService,
    private readonly logger: PinoLogger,
  ) {
    logger.setContext('automod');
  }

  onModuleInit(): void {
    this.screening.addGate((transaction, serverId) => this.requireOpen(transaction, serverId));
    // Whoever came in is in: that nothing could be done about it is no reason to tell them otherwise.
    this.servers.onArrival(({ serverId, userId }) =>
      this.joined(serverId, userId).catch((fault: unknown) => this.logger.error({ err: fault, serverId }, 'a join was not looked at')),
    );
  }

  /** The raid that lasts. */
  async present(serverId: string): Promise<Raid | null> {
    const raid = await this.repository.latest(serverId);
    return raid && raid.until > new Date() ? presentRaid(raid) : null;
  }

  private async requireOpen(transaction: Transaction, serverId: string): Promise<void> {
    const raid = await this.repository.latest(serverId, transaction);
    const left = (raid?.until.getTime() ?? 0) - Date.now();
    if (raid?.invitesPaused && left > 0) throw new ProblemError('INVITES_PAUSED', { retryAfter: Math.ceil(left / 1_000) });
  }

  /** Somebody came into a server. */
  private async joined(serverId: string, userId: string): Promise<void> {
    const { raid: rule } = await this.rules.of(serverId);
    if (rule?.trigger.type !== 'RAID') return;
    const found: RaidRule = { rule, trigger: rule.trigger };
    const latest = await this.repository.latest(serverId);
    const now = new Date();
    const isOn = latest !== null && latest.until > now;
    const newcomers = await this.newcomers(found, userId, isOn ? null : (latest?.until ?? null), now);
    const isMore = newcomers.length >= found.trigger.joins;
    const began = isMore && (await this.begin(found, newcomers.length, userId, now));
    const seconds = timeoutOf(rule.actions);
    if (seconds === null || !(isOn || isMore)) return;
    await this.timeouts.give({ rule, userIds: began ? newcomers : [userId], seconds });
  }

  /** Says that the raid is over. @throws NOT_FOUND, MISSING_PERMISSION */
  async end(caller: Caller, serverId: string): Promise<void> {
    await this.permissions.underLock(caller, serverId, ['MANAGE_SERVER'], async (transaction) => {
      if (!(await this.repository.end(transaction, serverId, new Date()))) return;
      await this.auditLog.record(transaction, { serverId, actorId: caller.userId, action: 'AUTOMOD_RAID_END' });
    });
  }

  /** The rule that found it is switched off or goes. */
  async endOf(transaction: Transaction, serverId: string, ruleId: string): Promise<void> {
    await this.repository.end(transaction, serverId, new Date(), ruleId);
  }

  /** Who came lately with a young account; nobody when this one's is not young, as then nothing has become more. */
  private async newcomers({ rule, trigger }: RaidRule, userId: string, since: Date | null, now: Date): Promise<string[]> {
    const youngerThan = new Date(now.getTime() - trigger.accountAge * 1_000);
    if (idTime(userId) < youngerThan.getTime()) return [];
    const windowBegan = new Date(now.getTime() - trigger.seconds * 1_000);
    const after = since && since > windowBegan ? since : windowBegan;
    return this.repository.newcomers(rule.serverId, after, youngerThan, limits.autoMod.raidJoins);
  }

  /** True when the raid began with this. */
  private async begin({ rule, trigger }: RaidRule, joins: number, userId: string, now: Date): Promise<boolean> {
    const { serverId } = rule;
    const until = new Date(now.getTime() + trigger.minutes * 60_000);
    const invitesPaused = rule.actions.some(({ type }) => type === 'PAUSE_INVITES');
    const began = await this.repository.transaction(async (transaction) => {
      const isFirst = await this.repository.begin(transaction, { serverId, ruleId: rule.id, startedAt: now, until, invitesPaused });
      const target = { targetId: rule.id, targetName: rule.name };
      const changes = [{ key: 'until', before: null, after: until.toISOString() }];
      if (isFirst) await this.auditLog.record(transaction, { serverId, actorId: null, action: 'AUTOMOD_RAID_START', ...target, changes });
      return isFirst;
    });
    if (began) await this.alert({ rule, trigger }, joins, userId, until, invitesPaused);
    return began;
  }

  private async alert({ rule, trigger }: RaidRule, joins: number, userId: string, until: Date, invitesPaused: boolean): Promise<void> {
    const channelId = alertChannelOf(rule.actions);
    if (channelId === null) return;
    const { id: ruleId, name: ruleName, serverId } = rule;
    await this.messages.notice(
      { id: channelId, serverId },
      {
        authorId: userId,
        type: 'AUTOMOD_ALERT',
        details: { kind: 'RAID', ruleId, ruleName, joins, seconds: trigger.seconds, until: until.toISOString(), invitesPaused },
      },
    );
  }
}
