import { Injectable } from '@nestjs/common';
import { customEmojiId, hasPermission, limits, type Message, type UserSummary } from '@hearth/contract';
import { ExpressionsService } from '../../expressions/expressions.service.js';
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
    private readonly expressions: ExpressionsService,
    private readonly limiter: Limiter,
  ) {}

  /**
   * Whoever reads a message may join a kind that is there.
   *
   * @throws NOT_FOUND, MISSING_PERMISSION, CONFLICT for a deleted message, LIMIT_REACHED
   */
  async add(caller: Caller, messageId: string, emoji: string): Promise<Message> {
    await this.limiter.take('react', caller.userId);
    return this.changes.change(caller, messageId, 'message:update', async (found) => {
      requireTakingPart(found);
      const { access, row } = found;
      const there = kindOn(row, emoji);
      if (there !== null && (await this.repository.has(messageId, there, caller.userId))) return { unchanged: row };
      const mayBegin = hasPermission(access.permissions, 'ADD_REACTIONS');
      if (there === null) requireRoom(row, mayBegin);
      const reaction = { messageId, emoji: there ?? (await this.begun(access, emoji)), userId: caller.userId };
      return this.outcome(await this.repository.add(access, { ...reaction, mayBegin }), reaction);
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
      const kind = emoji === null ? null : kindOn(row, emoji);
      const isThere = emoji === null ? row.reactions !== null : kind !== null;
      if (!isThere) return { unchanged: row };
      return { changed: await this.repository.take(access, { messageId, emoji: kind, userId: null }) };
    });
  }

  /** By id ascending. @throws NOT_FOUND */
  async list(
    caller: Caller,
    { messageId, emoji }: Omit<Reacted, 'userId'>,
    { after = '0', limit }: { after?: string | undefined; limit: number },
  ): Promise<{ users: UserSummary[]; hasMore: boolean }> {
    const { row } = await this.changes.find(caller, messageId);
    const users = await this.repository.users(messageId, kindOn(row, emoji) ?? emoji, after, limit + 1);
    return { users: users.slice(0, limit), hasMore: users.length > limit };
  }

  /** What the first reaction of a kind is kept as. @throws NOT_FOUND for a custom emoji that is gone, MISSING_PERMISSION */
  private async begun(access: ChannelAccess, emoji: string): Promise<string> {
    const emojiId = customEmojiId(emoji);
    return emojiId === null ? emoji : this.expressions.reaction(access, emojiId);
  }

  private async take({ access, row }: FoundMessage, asked: Reacted): Promise<Outcome> {
    const reaction = { ...asked, emoji: kindOn(row, asked.emoji) ?? asked.emoji };
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

/** As the message has it; null for a kind that it does not have. A custom emoji is known by its id, whatever it was called then. */
function kindOn({ reactions }: MessageRow, emoji: string): string | null {
  const emojiId = customEmojiId(emoji);
  const isIt = (kind: string) => (emojiId === null ? kind === emoji : customEmojiId(kind) === emojiId);
  return reactions?.find((kind) => isIt(kind.emoji))?.emoji ?? null;
}

function requireRoom({ reactions }: MessageRow, mayBegin: boolean): void {
  if (!mayBegin) throw new ProblemError('MISSING_PERMISSION', { detail: 'This needs ADD_REACTIONS' });
  if ((reactions?.length ?? 0) >= limits.reactionKinds)
    throw new ProblemError('LIMIT_REACHED', { detail: `A message takes ${limits.reactionKinds} kinds of reactions` });
}
