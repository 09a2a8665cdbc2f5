import { Injectable } from '@nestjs/common';
import { hasPermission, limits, type Message, type UserSummary } from '@hearth/contract';
import type { Caller } from '../../http/caller.js';
import { Limiter } from '../../http/limiter.js';
import { ProblemError } from '../../http/problem.js';
import type { ChannelAccess } from '../../permissions/permissions.service.js';
import { MessageChanges, type FoundMessage, type Outcome } from '../message-changes.js';
import type { MessageRow } from '../messages.presenter.js';
import { requirePresent, requireTakingPart } from '../taking-part.js';
import { ReactionsRepository } from './reactions.repository.js';

/** One reaction, and whose. */
interface Reacted {
  messageId: string;
  emoji: string;
  userId: string;
}

@Injectable()
export class ReactionsService {
  constructor(
    private readonly changes: MessageChanges,
    private readonly repository: ReactionsRepository,
    private readonly limiter: Limiter,
  ) {}

  /**
   * Whoever reads a message may join a kind that is there.
   *
   * @throws NOT_FOUND, MISSING_PERMISSION, CONFLICT for a deleted message, LIMIT_REACHED
   */
  async add(caller: Caller, messageId: string, emoji: string): Promise<Message> {
    await this.limiter.take('react', caller.userId);
    const reaction = { messageId, emoji, userId: caller.userId };
    return this.changes.change(caller, messageId, 'message:update', async (found) => {
      requireTakingPart(found);
      if (await this.repository.has(messageId, emoji, caller.userId)) return { unchanged: found.row };
      const mayBegin = hasPermission(found.access.permissions, 'ADD_REACTIONS');
      requireRoom(found.row, emoji, mayBegin);
      return this.outcome(await this.repository.add(found.access, { ...reaction, mayBegin }), reaction);
    });
  }

  /** An own one. @throws NOT_FOUND, MISSING_PERMISSION, CONFLICT for a deleted message */
  async remove(caller: Caller, messageId: string, emoji: string): Promise<Message> {
    await this.limiter.take('react', caller.userId);
    return this.changes.change(caller, messageId, 'message:update', (found) => {
      requireTakingPart(found);
      return this.take(found, { messageId, emoji, userId: caller.userId });
    });
  }

  /** That of somebody else. @throws as `remove` */
  removeOf(caller: Caller, reaction: Reacted): Promise<Message> {
    return this.changes.change(caller, reaction.messageId, 'message:update', (found) => {
      requireManaging(found);
      return this.take(found, reaction);
    });
  }

  /** Every one, or every one of a kind. @throws as `remove` */
  clear(caller: Caller, messageId: string, emoji: string | null): Promise<Message> {
    return this.changes.change(caller, messageId, 'message:update', async (found) => {
      requireManaging(found);
      const { access, row } = found;
      const isThere = (row.reactions ?? []).some((kind) => emoji === null || kind.emoji === emoji);
      if (!isThere) return { unchanged: row };
      return { changed: await this.repository.take(access, { messageId, emoji, userId: null }) };
    });
  }

  /** By id ascending. @throws NOT_FOUND */
  async list(
    caller: Caller,
    { messageId, emoji }: Omit<Reacted, 'userId'>,
    { after = '0', limit }: { after?: string | undefined; limit: number },
  ): Promise<{ users: UserSummary[]; hasMore: boolean }> {
    await this.changes.find(caller, messageId);
    const users = await this.repository.users(messageId, emoji, after, limit + 1);
    return { users: users.slice(0, limit), hasMore: users.length > limit };
  }

  private async take({ access, row }: FoundMessage, reaction: Reacted): Promise<Outcome> {
    if (!(await this.repository.has(reaction.messageId, reaction.emoji, reaction.userId))) return { unchanged: row };
    return this.outcome(await this.repository.take(access, reaction), reaction);
  }

  /** What the user has on the message now travels along. */
  private async outcome(changed: MessageRow | null, { messageId, userId }: Reacted): Promise<Outcome> {
    if (!changed) return { changed };
    return { changed, actor: { userId, reactions: await this.repository.of(messageId, userId) } };
  }
}

function requireManaging({ access, row }: { access: ChannelAccess; row: MessageRow }): void {
  if (!hasPermission(access.permissions, 'MANAGE_MESSAGES')) throw new ProblemError('MISSING_PERMISSION');
  requirePresent(row);
}

function requireRoom({ reactions }: MessageRow, emoji: string, mayBegin: boolean): void {
  const kinds = reactions ?? [];
  if (kinds.some((kind) => kind.emoji === emoji)) return;
  if (!mayBegin) throw new ProblemError('MISSING_PERMISSION', { detail: 'This needs ADD_REACTIONS' });
  if (kinds.length >= limits.reactionKinds)
    throw new ProblemError('LIMIT_REACHED', { detail: `A message takes ${limits.reactionKinds} kinds of reactions` });
}
