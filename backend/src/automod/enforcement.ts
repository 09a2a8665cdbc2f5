import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import type { AutoModRule, Message } from '@hearth/contract';
import { PinoLogger } from 'nestjs-pino';
import { AuditLogService } from '../audit-log/audit-log.service.js';
import { RateLimiter } from '../cluster/rate-limiter.js';
import { ProblemError } from '../http/problem.js';
import { MessagesService, type Draft, type Verdict } from '../messages/messages.service.js';
import { UsersService } from '../users/users.service.js';
import { alertChannelOf, timeoutOf } from './automod.policy.js';
import { AutoModRepository } from './automod.repository.js';
import type { Match } from './engine/rule-set.js';
import { Timeouts } from './timeouts.js';

/** Whoever goes on and on is told of no more often: neither the moderators' channel nor the audit log shall be flooded. */
const REPORTS = { burst: 5, perSecond: 0.1 };

interface Caught {
  draft: Draft;
  serverId: string;
  matches: Match<AutoModRule>[];
  /** Null: it was blocked. */
  message: Message | null;
}

/** What follows when rules find something in a message. */
@Injectable()
export class Enforcement implements BeforeApplicationShutdown {
  private readonly running = new Set<Promise<void>>();

  constructor(
    private readonly repository: AutoModRepository,
    private readonly timeouts: Timeouts,
    private readonly messages: MessagesService,
    private readonly users: UsersService,
    private readonly auditLog: AuditLogService,
    private readonly limiter: RateLimiter,
    private readonly logger: PinoLogger,
  ) {
    logger.setContext('automod');
  }

  verdict(draft: Draft, serverId: string, matches: Match<AutoModRule>[]): Verdict {
    const refusal = refusalOf(matches);
    if (!refusal) return { stored: (message) => this.begin({ draft, serverId, matches, message }) };
    this.begin({ draft, serverId, matches, message: null });
    return { refusal };
  }

  /** What was begun is done before the database closes. */
  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.running);
  }

  // Nobody waits for it: the channel's other messages must not, and an alert into the same channel would wait for them.
  private begin(caught: Caught): void {
    const work = this.enforce(caught)
      .catch((fault: unknown) => this.logger.error({ err: fault }, 'a rule was not enforced'))
      .finally(() => this.running.delete(work));
    this.running.add(work);
  }

  private async enforce(caught: Caught): Promise<void> {
    const { userId } = caught.draft.access;
    const until = await this.timeOut(caught);
    for (const match of caught.matches) {
      const isOften = (await this.limiter.take(`automod:${match.rule.id}:${userId}`, REPORTS)) > 0;
      if (isOften) continue;
      if (caught.message === null && isBlocking(match)) await this.record(caught, match);
      await this.alert(caught, match, until);
    }
  }

  private async timeOut({ draft, matches }: Caught): Promise<Date | null> {
    const { userId } = draft.access;
    const longest = matches
      .map(({ rule }) => ({ rule, seconds: timeoutOf(rule.actions) ?? 0 }))
      .reduce((most, next) => (next.seconds > most.seconds ? next : most));
    return longest.seconds > 0 ? this.timeouts.give({ ...longest, userIds: [userId] }) : null;
  }

  private async record({ draft, serverId }: Caught, { rule, matched }: Match<AutoModRule>): Promise<void> {
    const { userId, channel } = draft.access;
    const [person] = (await this.users.summaries([userId])).values();
    const changes = Object.entries({ rule: rule.name, channel: channel.id, matched }).map(([key, after]) => ({ key, before: null, after }));
    await this.repository.transaction((transaction) =>
      this.auditLog.record(transaction, {
        ...{ serverId, actorId: null, action: 'AUTOMOD_BLOCK', changes },
        ...{ targetId: userId, targetName: person?.username ?? null },
      }),
    );
  }

  private async alert(
    { draft, serverId, message }: Caught,
    { rule, matched }: Match<AutoModRule>,
    timeoutUntil: Date | null,
  ): Promise<void> {
    const channelId = alertChannelOf(rule.actions);
    if (channelId === null) return;
    const { access, content } = draft;
    await this.messages.notice(
      { id: channelId, serverId },
      {
        authorId: access.userId,
        type: 'AUTOMOD_ALERT',
        details: {
          kind: 'AUTOMOD',
          ...{ ruleId: rule.id, ruleName: rule.name, trigger: rule.trigger.type },
          ...{
            channelId: message?.channelId ?? access.channel.id,
            messageId: message?.id ?? null,
            seq: message?.seq ?? null,
            content,
            matched,
          },
          timeoutUntil: timeoutUntil?.toISOString() ?? null,
        },
      },
    );
  }
}

const isBlocking = ({ rule }: Match<AutoModRule>): boolean => rule.actions.some(({ type }) => type === 'BLOCK');

function refusalOf(matches: Match<AutoModRule>[]): ProblemError | null {
  const blocks = matches.flatMap(({ rule }) => rule.actions.filter((action) => action.type === 'BLOCK'));
  if (blocks.length === 0) return null;
  const detail = blocks.find(({ message }) => message.trim() !== '')?.message;
  return new ProblemError('AUTOMOD_BLOCKED', detail === undefined ? {} : { detail });
}
