import { Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import {
  hasPermission,
  limits,
  type Changes,
  type Message,
  type MessageDetails,
  type MessageType,
  type SingleServerEventName,
} from '@hearth/contract';
import { AuditLogService, type AuditEntry } from '../audit-log/audit-log.service.js';
import { Listeners } from '../cluster/listeners.js';
import type { Caller } from '../http/caller.js';
import { ProblemError } from '../http/problem.js';
import { Visibility } from '../http/visibility.js';
import { isOpen } from '../permissions/access.js';
import { PermissionsService, type ChannelAccess } from '../permissions/permissions.service.js';
import { Publisher } from '../realtime/publisher.js';
import { ChannelLanes } from './channel-lanes.js';
import { MessageGuards, type Verdict } from './message-guards.js';
import { MessageStore, type ChannelPlace, type Submission, type ThreadEntered } from './message-store.js';
import { canDelete, canEdit, canPublish } from './messages.policy.js';
import { isCopy, presentMessage, type MessageRow } from './messages.presenter.js';
import { MessagesRepository, type Page } from './messages.repository.js';

export type { Draft, Verdict } from './message-guards.js';

const MAX_BATCH = 500;
const MAX_ATTEMPTS = 5;

@Injectable()
export class MessagesService implements OnModuleInit, OnApplicationShutdown {
  /** Ids of messages that were edited or deleted, of those with details at least. */
  readonly changed = new Listeners<string[]>();
  private readonly lanes: ChannelLanes<Submission>;

  constructor(
    private readonly store: MessageStore,
    private readonly guards: MessageGuards,
    private readonly repository: MessagesRepository,
    private readonly permissions: PermissionsService,
    private readonly auditLog: AuditLogService,
    private readonly publisher: Publisher,
    private readonly visibility: Visibility,
  ) {
    this.lanes = new ChannelLanes((channelId, batch) => store.store(channelId, batch), MAX_BATCH);
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

  onModuleInit(): void {
    this.visibility.register('messageId', (caller, id) => this.find(caller, id));
  }

  /**
   * Resolves after commit. The same author and nonce again resolves with the first message.
   *
   * @throws NOT_FOUND, MISSING_PERMISSION, NONCE_REUSED, SLOWMODE, and what a guard refuses with
   */
  create(caller: Caller, channelId: string, input: { content: string; nonce: string }): Promise<Message> {
    return new Promise((resolve, reject) => {
      this.lanes.add(channelId, { caller, ...input, resolve, reject });
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

  /** Of each of these channels the newest message that is not deleted, whoever asks. */
  async newestOf(channelIds: string[]): Promise<Map<string, Message>> {
    const rows = await this.repository.newestOf(channelIds);
    return new Map(rows.map((row) => [row.channel_id, presentMessage(row)]));
  }

  /** Of each of these channels the message that it begins with, deleted or not, whoever asks. */
  async firstOf(channelIds: string[]): Promise<Map<string, Message>> {
    const rows = await this.repository.firstOf(channelIds);
    return new Map(rows.map((row) => [row.channel_id, presentMessage(row)]));
  }

  /** What the caller sent with a nonce; null when nothing of it is stored. */
  async sent({ userId }: Caller, nonce: string): Promise<Message | null> {
    const [row] = await this.repository.byNonces([{ authorId: userId, nonce }]);
    return row ? presentMessage(row) : null;
  }

  /** @throws NOT_FOUND, MISSING_PERMISSION, CONFLICT for a deleted message, and what a guard refuses with */
  async edit(caller: Caller, messageId: string, content: string): Promise<Message> {
    const { row } = await this.find(caller, messageId);
    let verdicts: Verdict[] = [];
    const message = await this.lanes.run(row.channel_id, () =>
      this.change(caller, messageId, 'message:update', async ({ access, row: present }) => {
        if (present.deleted_at) throw new ProblemError('CONFLICT', { detail: 'The message was deleted' });
        if (!canEdit(caller, access, authorship(present))) throw new ProblemError('MISSING_PERMISSION');
        if (present.content === content) return { unchanged: present };
        verdicts = await this.guards.judge({ access, content, mark: present.nonce ?? messageId, isEdit: true });
        const refusal = verdicts.at(-1)?.refusal;
        if (refusal) throw refusal;
        return { changed: await this.repository.edit(messageId, access, content) };
      }),
    );
    for (const { stored } of verdicts) stored?.(message);
    return message;
  }

  /**
   * Returns the tombstone, also of a message that was deleted before.
   *
   * @param reason for the audit log, which keeps what is deleted of somebody else
   * @throws NOT_FOUND, MISSING_PERMISSION
   */
  async remove(caller: Caller, messageId: string, reason?: string): Promise<Message> {
    const { row } = await this.find(caller, messageId);
    return this.lanes.run(row.channel_id, () =>
      this.change(caller, messageId, 'message:delete', async ({ access, row: present }) => {
        if (!canDelete(caller, access, authorship(present))) throw new ProblemError('MISSING_PERMISSION');
        if (present.deleted_at) return { unchanged: present };
        return { changed: await this.bury(caller, access, present, reason) };
      }),
    );
  }

  /** Marks an announcement for copying. @throws NOT_FOUND, MISSING_PERMISSION, VALIDATION elsewhere, CONFLICT for a deleted message */
  async publish(caller: Caller, messageId: string): Promise<Message> {
    const { row } = await this.find(caller, messageId);
    return this.lanes.run(row.channel_id, () =>
      this.change(caller, messageId, 'message:update', async ({ access, row: present }) => {
        if (access.channel.type !== 'ANNOUNCEMENT') throw new ProblemError('VALIDATION', { detail: 'This is not an announcement channel' });
        if (!canPublish(caller, access, authorship(present))) throw new ProblemError('MISSING_PERMISSION');
        if (!isOpen(access))
          throw new ProblemError('MISSING_PERMISSION', { detail: 'Not every member sees this channel: nothing is copied' });
        if (present.deleted_at) throw new ProblemError('CONFLICT', { detail: 'The message was deleted' });
        if (presentMessage(present).publishedAt !== undefined) return { unchanged: present };
        return { changed: await this.repository.publish(messageId, access, new Date().toISOString()) };
      }),
    );
  }

  /** @throws NOT_FOUND */
  async get(caller: Caller, messageId: string): Promise<Message> {
    const { row } = await this.find(caller, messageId);
    return presentMessage(row);
  }

  /** @throws NOT_FOUND */
  async list(caller: Caller, channelId: string, page: Page): Promise<{ messages: Message[]; hasMore: boolean }> {
    const access = await this.permissions.channel(caller, channelId);
    const { rows, hasMore } = await this.repository.page(channelId, await this.floor(access), page);
    return { messages: rows.map(presentMessage), hasMore };
  }

  /** @throws NOT_FOUND */
  async changes(caller: Caller, channelId: string, after: number, limit: number): Promise<Changes> {
    const access = await this.permissions.channel(caller, channelId);
    const found = await this.repository.changes(channelId, await this.floor(access), after, limit + 1);
    if (!found) throw new ProblemError('NOT_FOUND');
    const { rows, version } = found;
    if (after > version || version - after > limits.changesBehind) return { reset: true, version };
    const messages = rows.slice(0, limit).map(presentMessage);
    const hasMore = rows.length > limit;
    return { messages, hasMore, version: hasMore ? (messages.at(-1)?.version ?? version) : version };
  }

  /** Work that changes messages of a channel, in the order of everything else that does. */
  inOrder<T>(channelId: string, work: () => Promise<T>): Promise<T> {
    return this.lanes.run(channelId, work);
  }

  /** What was accepted is stored before the database closes. */
  async onApplicationShutdown(): Promise<void> {
    await this.lanes.idle();
  }

  /** Checks and writes as of one state of the rules; again when they changed in between. */
  private async change(
    caller: Caller,
    messageId: string,
    event: Extract<SingleServerEventName, 'message:update' | 'message:delete'>,
    write: (found: { access: ChannelAccess; row: MessageRow }) => Promise<{ changed: MessageRow | null } | { unchanged: MessageRow }>,
  ): Promise<Message> {
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
      const found = await this.find(caller, messageId);
      const outcome = await write(found);
      if ('unchanged' in outcome) return presentMessage(outcome.unchanged);
      if (outcome.changed) {
        const message = presentMessage(outcome.changed);
        this.publisher.emit(found.access.room, event, { channelId: message.channelId, version: message.version, message });
        if (outcome.changed.details !== null) await this.changed.tell([messageId]);
        return message;
      }
      this.permissions.forget(found.access);
    }
    throw new ProblemError('UNAVAILABLE', { retryAfter: 1 });
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

  private async find(caller: Caller, messageId: string): Promise<{ access: ChannelAccess; row: MessageRow }> {
    const row = await this.repository.byId(messageId);
    if (!row) throw new ProblemError('NOT_FOUND');
    const access = await this.permissions.channel(caller, row.channel_id);
    if (row.seq <= (await this.floor(access))) throw new ProblemError('NOT_FOUND');
    return { access, row };
  }

  /** Without READ_MESSAGE_HISTORY nothing from before the member came in is shown: the last seq of what is not. */
  async floor({ permissions, channel, userId }: ChannelAccess): Promise<number> {
    return hasPermission(permissions, 'READ_MESSAGE_HISTORY') ? 0 : this.repository.joinedSeq(channel.id, userId);
  }
}

const authorship = (row: MessageRow) => ({ authorId: row.author_id, type: row.type, isCopy: isCopy(row) });
