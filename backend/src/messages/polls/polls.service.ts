import { Injectable } from '@nestjs/common';
import { hasPermission, type Message, type UserSummary } from '@hearth/contract';
import type { Caller } from '../../http/caller.js';
import { Limiter } from '../../http/limiter.js';
import { ProblemError } from '../../http/problem.js';
import { MessageChanges, type FoundMessage, type Outcome } from '../message-changes.js';
import type { KeptPoll, MessageRow } from '../messages.presenter.js';
import { requirePresent, requireTakingPart } from '../taking-part.js';
import { PollEndings } from './poll-endings.js';
import { PollsRepository } from './polls.repository.js';

@Injectable()
export class PollsService {
  constructor(
    private readonly changes: MessageChanges,
    private readonly repository: PollsRepository,
    private readonly endings: PollEndings,
    private readonly limiter: Limiter,
  ) {}

  /**
   * In place of what the caller voted before; nothing takes it back.
   *
   * @throws NOT_FOUND, MISSING_PERMISSION, CONFLICT once it has ended, VALIDATION for answers that there are not, or too many
   */
  async vote(caller: Caller, messageId: string, answers: number[]): Promise<Message> {
    await this.limiter.take('react', caller.userId);
    return this.changes.change(caller, messageId, 'message:update', async (found) => {
      requireTakingPart(found);
      const now = new Date().toISOString();
      requireOpen(pollOf(found.row), now);
      requireAnswers(pollOf(found.row), answers);
      return this.replace(found, { messageId, userId: caller.userId, answers: answers.toSorted((one, other) => one - other), now });
    });
  }

  /** By its author, or a moderator. @throws NOT_FOUND, MISSING_PERMISSION, CONFLICT for a deleted message */
  async end(caller: Caller, messageId: string): Promise<Message> {
    let place: FoundMessage['access']['channel'] | undefined;
    const message = await this.changes.change(caller, messageId, 'message:update', async ({ access, row }) => {
      const isOwn = row.author_id === caller.userId && !access.restricted;
      if (!isOwn && !hasPermission(access.permissions, 'MANAGE_MESSAGES')) throw new ProblemError('MISSING_PERMISSION');
      requirePresent(row);
      if (pollOf(row).closedAt !== null) return { unchanged: row };
      place = access.channel;
      return { changed: await this.repository.close(access, messageId, new Date().toISOString()) };
    });
    if (place) await this.endings.finish({ id: messageId, channel_id: place.id, server_id: place.serverId });
    return message;
  }

  /** By id ascending. @throws NOT_FOUND */
  async voters(
    caller: Caller,
    messageId: string,
    { answer, after = '0', limit }: { answer: number; after?: string | undefined; limit: number },
  ): Promise<{ users: UserSummary[]; hasMore: boolean }> {
    await this.changes.find(caller, messageId);
    const users = await this.repository.voters(messageId, answer, after, limit + 1);
    return { users: users.slice(0, limit), hasMore: users.length > limit };
  }

  private async replace(
    { access, row }: FoundMessage,
    vote: { messageId: string; userId: string; answers: number[]; now: string },
  ): Promise<Outcome> {
    const { messageId, userId, answers } = vote;
    const before = await this.repository.votesOf(messageId, userId);
    if (before.join() === answers.join()) return { unchanged: row };
    const changed = await this.repository.vote(access, vote);
    return changed ? { changed, actor: { userId, votes: answers } } : { changed };
  }
}

function pollOf({ poll }: MessageRow): KeptPoll {
  if (!poll) throw new ProblemError('NOT_FOUND', { detail: 'This message has no poll' });
  return poll;
}

function requireOpen({ closedAt, expiresAt }: KeptPoll, now: string): void {
  if (closedAt !== null || (expiresAt !== null && expiresAt <= now)) throw new ProblemError('CONFLICT', { detail: 'The poll has ended' });
}

function requireAnswers({ answers, multiple }: KeptPoll, chosen: number[]): void {
  if (chosen.some((answer) => !answers.some(({ id }) => id === answer)))
    throw new ProblemError('VALIDATION', { detail: 'There is no such answer' });
  if (chosen.length > 1 && !multiple) throw new ProblemError('VALIDATION', { detail: 'This poll takes one answer' });
}
