import { Injectable } from '@nestjs/common';
import { hasPermission, limits, type Channel, type Input, type Message, type createThread } from '@hearth/contract';
import { isUniqueViolation } from '../database/database-errors.js';
import { Snowflakes } from '../database/snowflakes.js';
import type { Caller } from '../http/caller.js';
import { ProblemError } from '../http/problem.js';
import { MessagesService } from '../messages/messages.service.js';
import { SlowmodeService } from '../messages/slowmode.service.js';
import { lockedChannel } from '../permissions/locked-channel.js';
import { PermissionsService, type ChannelAccess } from '../permissions/permissions.service.js';
import { ThreadNews } from './thread-news.js';
import { requireBeginning, requireTags } from './threads.policy.js';
import { presentThread, ThreadsRepository } from './threads.repository.js';

type Beginning = Input<typeof createThread>['body'];

interface FirstMessage {
  content: string;
  nonce: string;
  /** Uploaded to the channel that the thread belongs to. */
  attachmentIds: string[] | undefined;
}

/** Begins threads and posts. Whatever breaks off half-way, the same again ends with one thread. */
@Injectable()
export class ThreadOpeningService {
  constructor(
    private readonly repository: ThreadsRepository,
    private readonly permissions: PermissionsService,
    private readonly messages: MessagesService,
    private readonly slowmode: SlowmodeService,
    private readonly news: ThreadNews,
    private readonly snowflakes: Snowflakes,
  ) {}

  /**
   * From a message, or with a first one of its own.
   *
   * @throws NOT_FOUND, MISSING_PERMISSION, VALIDATION, CONFLICT for a deleted message, LIMIT_REACHED, NONCE_REUSED, SLOWMODE, and what a
   *   first message is refused with
   */
  async open(caller: Caller, parentId: string, input: Beginning): Promise<Channel> {
    const access = await this.permissions.channel(caller, parentId, 'CREATE_THREADS');
    requireBeginning(access.channel.type, input);
    const { content = '', attachmentIds, nonce, messageId } = input;
    const first = nonce === undefined ? undefined : { content, attachmentIds, nonce };
    if (messageId !== undefined) return this.fromMessage(caller, access, input, messageId, first);
    if (!first) throw new ProblemError('VALIDATION', { errors: [{ path: 'body.content', message: 'is needed' }] });
    return (await this.again(caller, access, first)) ?? this.withFirst(caller, access, input, first);
  }

  private async fromMessage(
    caller: Caller,
    access: ChannelAccess,
    input: Beginning,
    messageId: string,
    first: FirstMessage | undefined,
  ): Promise<Channel> {
    const message = await this.messages.get(caller, messageId);
    if (message.channelId !== access.channel.id)
      throw new ProblemError('VALIDATION', { errors: [{ path: 'body.messageId', message: 'must be a message of this channel' }] });
    const isNew = !(await this.repository.byId(messageId)) && (await this.beginAt(caller, access, input, message));
    if (isNew) await this.told(await this.thread(messageId), caller);
    if (first) await this.messages.create(caller, messageId, first);
    return this.thread(messageId);
  }

  /** False when somebody else was quicker. */
  private async beginAt(caller: Caller, access: ChannelAccess, input: Beginning, message: Message): Promise<boolean> {
    if (message.deletedAt !== null) throw new ProblemError('CONFLICT', { detail: 'The message was deleted' });
    const named = await this.messages.judgeName(access, input.name, message.id);
    const giveBack = await this.slowmode.take(access);
    try {
      await this.begin(caller, access, input, message.id);
      named(message);
      return true;
    } catch (fault) {
      giveBack();
      if (isUniqueViolation(fault)) return false;
      throw fault;
    }
  }

  private async withFirst(caller: Caller, access: ChannelAccess, input: Beginning, first: FirstMessage): Promise<Channel> {
    const named = await this.messages.judgeName(access, input.name, first.nonce);
    const giveBack = await this.slowmode.take(access);
    const id = this.snowflakes.next();
    try {
      await this.begin(caller, access, input, id);
      named(await this.messages.create(caller, id, first));
    } catch (fault) {
      giveBack();
      await this.repository.removeUnbegun(id);
      // The same was sent twice at once, and the other one was quicker.
      const other = fault instanceof ProblemError && fault.code === 'NONCE_REUSED' ? await this.again(caller, access, first) : null;
      if (other) return other;
      throw fault;
    }
    return this.finish(caller, access, id);
  }

  /** The thread of an earlier try; null when there was none. @throws NONCE_REUSED when the nonce was used for something else */
  private async again(caller: Caller, access: ChannelAccess, first: FirstMessage): Promise<Channel | null> {
    const message = await this.messages.sentBefore(caller, first);
    if (!message) return null;
    const thread = await this.repository.byId(message.channelId);
    if (thread?.parentId?.toString() !== access.channel.id || message.seq !== 1) throw new ProblemError('NONCE_REUSED');
    return this.finish(caller, access, message.channelId);
  }

  /** What comes after the first message is stored. Done twice, it is done once. */
  private async finish(caller: Caller, { channel }: ChannelAccess, threadId: string): Promise<Channel> {
    const thread = await this.thread(threadId);
    if (channel.type !== 'FORUM') {
      const details = { threadId, threadName: thread.name };
      await this.messages.notice(channel, { id: threadId, authorId: caller.userId, type: 'THREAD_CREATED', details });
    }
    await this.told(thread, caller);
    return thread;
  }

  private async told(thread: Channel, caller: Caller): Promise<void> {
    await this.news.created(thread);
    const states = await this.repository.readStates([thread.id]);
    await this.news.joined(
      thread,
      states.filter((state) => state.user_id === caller.userId),
    );
  }

  private begin(caller: Caller, { channel: { id: parentId, serverId } }: ChannelAccess, input: Beginning, id: string): Promise<void> {
    if (serverId === null) throw new ProblemError('NOT_FOUND');
    return this.permissions.underLock(caller, serverId, [], async (transaction, locked) => {
      const { channel, permissions } = lockedChannel(locked, parentId, 'CREATE_THREADS');
      if ((await this.repository.countActive(transaction, serverId)) >= limits.activeThreads)
        throw new ProblemError('LIMIT_REACHED', { detail: `A server has at most ${limits.activeThreads} active threads` });
      const { name, tagIds = [], autoArchive } = input;
      requireTags(tagIds, [], await this.repository.tags(transaction, parentId), hasPermission(permissions, 'MANAGE_THREADS'));
      await this.repository.insert(transaction, {
        id,
        serverId,
        parentId,
        ownerId: caller.userId,
        name,
        autoArchive,
        tagIds,
        // What slows a channel slows its threads; in a forum it slows new posts alone.
        slowmode: channel.type === 'FORUM' ? 0 : channel.slowmode,
      });
    });
  }

  private async thread(threadId: string): Promise<Channel> {
    const row = await this.repository.byId(threadId);
    if (!row) throw new ProblemError('NOT_FOUND');
    return presentThread(row);
  }
}
