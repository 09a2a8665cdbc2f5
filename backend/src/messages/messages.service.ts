import { Injectable } from '@nestjs/common';
import { limits, type Changes, type Message, type MessageDetails, type MessageType } from '@hearth/contract';
import { AuditLogService, type AuditEntry } from '../audit-log/audit-log.service.js';
import type { Listeners } from '../cluster/listeners.js';
import type { Caller } from '../http/caller.js';
import { ProblemError } from '../http/problem.js';
import { isOpen } from '../permissions/access.js';
import { PermissionsService, type ChannelAccess } from '../permissions/permissions.service.js';
import { MessageAssembler } from './message-assembler.js';
import { MessageChanges } from './message-changes.js';
import { MessageGuards, type Verdict } from './message-guards.js';
import type { Mentions } from './message-insert.js';
import { MessageLanes } from './message-lanes.js';
import { MessageNews } from './message-news.js';
import { MessagePreparation, type MessageInput } from './message-preparation.js';
import { MessageStore, type ChannelPlace, type ThreadEntered } from './message-store.js';
import { isSame } from './message-submission.js';
import { canDelete, canEdit, canPublish, requireWords } from './messages.policy.js';
import { isCopy, presentMessage, type MessageRow } from './messages.presenter.js';
import { MessagesRepository, type Page } from './messages.repository.js';

export type { Draft, Verdict } from './message-guards.js';
export type { MessageInput } from './message-preparation.js';

@Injectable()
export class MessagesService {
  constructor(
    private readonly store: MessageStore,
    private readonly lanes: MessageLanes,
    private readonly changer: MessageChanges,
    private readonly assembler: MessageAssembler,
    private readonly preparation: MessagePreparation,
    private readonly guards: MessageGuards,
    private readonly repository: MessagesRepository,
    private readonly permissions: PermissionsService,
    private readonly auditLog: AuditLogService,
    /** What becomes of messages on this node. */
    readonly news: MessageNews,
  ) {}

  /** Ids of messages that were edited or deleted, of those with details at least. */
  get changed(): Listeners<string[]> {
    return this.changer.changed;
  }

  /** What else decides on a text beside the permissions of its author: asked before it is stored, also when one is edited. */
  guard(guard: Parameters<MessageGuards['add']>[0]): void {
    this.guards.add(guard);
  }

  /** Who may not write though the permissions let them: asked at each try, after the access version was read under which it is stored. */
  rule(rule: Parameters<MessageGuards['addRule']>[0]): void {
    this.guards.addRule(rule);
  }

  /** Somebody came into a thread by writing in it, or took it out of the archive by that. */
  onThreadEntered(listener: (news: ThreadEntered) => Promise<void>): void {
    this.store.threadEntered.add(listener);
  }

  /**
   * Holds the name of a thread against what decides on texts.
   *
   * @param mark the same for every try to give it this name
   * @returns to be called with the message that the thread begins with, once it has the name
   * @throws what a guard refuses with
   */
  async judgeName(access: ChannelAccess, name: string, mark: string): Promise<(message: Message) => void> {
    const verdicts = await this.guards.judge({ access, content: name, mark, isEdit: true });
    const refusal = verdicts.at(-1)?.refusal;
    if (refusal) throw refusal;
    return (message) => {
      for (const { stored } of verdicts) stored?.(message);
    };
  }

  /**
   * Resolves after commit. The same author and nonce again resolves with the first message.
   *
   * @throws NOT_FOUND, MISSING_PERMISSION, NONCE_REUSED, SLOWMODE, CONFLICT when what it answers is gone, and what a guard refuses with
   */
  create(caller: Caller, channelId: string, input: MessageInput): Promise<Message> {
    return new Promise((resolve, reject) => {
      this.lanes.add(channelId, { caller, input, resolve, reject });
    });
  }

  /**
   * Writes what nobody sends: that somebody came, that something has another name. It stands in the order of the channel's messages.
   * Null when the channel is gone, or there is one with this id.
   */
  notice(
    channel: ChannelPlace,
    input: { id?: string; authorId: string; type: MessageType; content?: string; details: MessageDetails },
  ): Promise<Message | null> {
    return this.lanes.run(channel.id, () => this.store.notice(channel, input));
  }

  /** Of each of these channels, which the caller sees, the newest message that is neither deleted nor hidden by them. */
  async newestOf({ userId }: Caller, channelIds: string[]): Promise<Map<string, Message>> {
    return byChannel(await this.assembler.assemble(await this.repository.newestOf(channelIds, userId), userId));
  }

  /** Of each of these channels the message that it begins with, deleted or not, whoever asks. */
  async firstOf(channelIds: string[]): Promise<Map<string, Message>> {
    return byChannel(await this.assembler.assemble(await this.repository.firstOf(channelIds), null));
  }

  /** These messages as one reader sees them, in no order; whoever asks has seen to it that the reader may. */
  async byIds(readerId: string, ids: string[]): Promise<Message[]> {
    return ids.length > 0 ? this.assembler.assemble(await this.repository.byIds(ids), readerId) : [];
  }

  /** What the caller sent with a nonce; null when nothing of it is stored. */
  async sent({ userId }: Caller, nonce: string): Promise<Message | null> {
    const [row] = await this.repository.byNonces([{ authorId: userId, nonce }]);
    return row ? this.assembler.one(row, userId) : null;
  }

  /** As `sent`, of what is to be sent once more, wherever it was. @throws NONCE_REUSED when it was something else */
  async sentBefore({ userId }: Caller, input: MessageInput): Promise<Message | null> {
    const [row] = await this.repository.byNonces([{ authorId: userId, nonce: input.nonce }]);
    if (!row) return null;
    if (!isSame(row, row.channel_id, { input })) throw new ProblemError('NONCE_REUSED');
    return this.assembler.one(row, userId);
  }

  /** @throws NOT_FOUND, MISSING_PERMISSION, CONFLICT for a deleted message, VALIDATION, and what a guard refuses with */
  async edit(caller: Caller, messageId: string, content: string): Promise<Message> {
    let verdicts: Verdict[] = [];
    const message = await this.changer.change(caller, messageId, 'message:update', async ({ access, row }) => {
      if (row.deleted_at) throw new ProblemError('CONFLICT', { detail: 'The message was deleted' });
      if (!canEdit(caller, access, authorship(row))) throw new ProblemError('MISSING_PERMISSION');
      if (row.content === content) return { unchanged: row };
      requireWords(row, content);
      await this.preparation.requireEmoji(access, content, row.content);
      verdicts = await this.guards.judge({ access, content, mark: row.nonce ?? messageId, isEdit: true });
      const refusal = verdicts.at(-1)?.refusal;
      if (refusal) throw refusal;
      return { changed: await this.repository.edit(messageId, access, content, await this.mentions(access, row, content)) };
    });
    for (const { stored } of verdicts) stored?.(message);
    return message;
  }

  /**
   * Returns the tombstone, also of a message that was deleted before.
   *
   * @param reason for the audit log, which keeps what is deleted of somebody else
   * @throws NOT_FOUND, MISSING_PERMISSION
   */
  remove(caller: Caller, messageId: string, reason?: string): Promise<Message> {
    return this.changer.change(caller, messageId, 'message:delete', async ({ access, row }) => {
      if (!canDelete(caller, access, authorship(row))) throw new ProblemError('MISSING_PERMISSION');
      if (row.deleted_at) return { unchanged: row };
      return { changed: await this.bury(caller, access, row, reason) };
    });
  }

  /** Marks an announcement for copying. @throws NOT_FOUND, MISSING_PERMISSION, VALIDATION elsewhere, CONFLICT for a deleted message */
  publish(caller: Caller, messageId: string): Promise<Message> {
    return this.changer.change(caller, messageId, 'message:update', async ({ access, row }) => {
      if (access.channel.type !== 'ANNOUNCEMENT') throw new ProblemError('VALIDATION', { detail: 'This is not an announcement channel' });
      if (!canPublish(caller, access, authorship(row))) throw new ProblemError('MISSING_PERMISSION');
      if (!isOpen(access))
        throw new ProblemError('MISSING_PERMISSION', { detail: 'Not every member sees this channel: nothing is copied' });
      if (row.deleted_at) throw new ProblemError('CONFLICT', { detail: 'The message was deleted' });
      if (presentMessage(row).publishedAt !== undefined) return { unchanged: row };
      return { changed: await this.repository.publish(messageId, access, new Date().toISOString()) };
    });
  }

  /** @throws NOT_FOUND */
  async get(caller: Caller, messageId: string): Promise<Message> {
    const { row } = await this.changer.find(caller, messageId);
    return this.assembler.one(row, caller.userId);
  }

  /** @throws NOT_FOUND */
  async list(caller: Caller, channelId: string, page: Page): Promise<{ messages: Message[]; hasMore: boolean }> {
    const access = await this.permissions.channel(caller, channelId);
    const { rows, hasMore } = await this.repository.page(channelId, await this.floor(access), page);
    return { messages: await this.assembler.assemble(rows, caller.userId), hasMore };
  }

  /** @throws NOT_FOUND */
  async changes(caller: Caller, channelId: string, after: number, limit: number): Promise<Changes> {
    const access = await this.permissions.channel(caller, channelId);
    const found = await this.repository.changes(channelId, await this.floor(access), after, limit + 1);
    if (!found) throw new ProblemError('NOT_FOUND');
    const { rows, version } = found;
    if (after > version || version - after > limits.changesBehind) return { reset: true, version };
    const messages = await this.assembler.assemble(rows.slice(0, limit), caller.userId);
    const hasMore = rows.length > limit;
    return { messages, hasMore, version: hasMore ? (messages.at(-1)?.version ?? version) : version };
  }

  /** Work that changes messages of a channel, in the order of everything else that does. */
  inOrder<T>(channelId: string, work: () => Promise<T>): Promise<T> {
    return this.lanes.run(channelId, work);
  }

  /** What a moderator deletes of somebody else is kept in the audit log. */
  private bury(caller: Caller, access: ChannelAccess, { id, author_id: targetId, username: targetName }: MessageRow, reason?: string) {
    const { id: channelId, serverId } = access.channel;
    if (serverId === null || targetId === caller.userId) return this.repository.remove(id, access);
    const changes = [
      { key: 'messageId', before: id, after: null },
      { key: 'channelId', before: channelId, after: null },
    ];
    const entry: AuditEntry = { serverId, actorId: caller.userId, action: 'MESSAGE_DELETE', targetId, targetName, changes, reason };
    return this.repository.removeWith(id, access, (transaction) => this.auditLog.record(transaction, entry));
  }

  /** As `MessageChanges.floor`. */
  floor(access: ChannelAccess): Promise<number> {
    return this.changer.floor(access);
  }

  /** Whom it mentions with another text; a reply goes on mentioning whom it answers, if it did. */
  private async mentions(access: ChannelAccess, row: MessageRow, content: string): Promise<Mentions> {
    const replied = row.reply_to_id === null ? null : await this.repository.byId(row.reply_to_id);
    const goesOn = replied !== null && row.mention_ids?.includes(replied.author_id);
    return this.preparation.mentions(access, content, goesOn ? [replied.author_id] : []);
  }
}

const byChannel = (messages: Message[]): Map<string, Message> => new Map(messages.map((message) => [message.channelId, message]));

const authorship = (row: MessageRow) => ({ authorId: row.author_id, type: row.type, isCopy: isCopy(row) });
