import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Message, MessageActor } from '@hearth/contract';
import { Listeners } from '../cluster/listeners.js';
import type { Transaction } from '../database/prisma.service.js';
import type { Caller } from '../http/caller.js';
import { ProblemError } from '../http/problem.js';
import { Visibility } from '../http/visibility.js';
import { PermissionsService, type ChannelAccess } from '../permissions/permissions.service.js';
import { Publisher } from '../realtime/publisher.js';
import { MessageAssembler } from './message-assembler.js';
import { MessageLanes } from './message-lanes.js';
import { MessageNews } from './message-news.js';
import type { Guard } from './message-statements.js';
import type { MessageRow } from './messages.presenter.js';
import { MessagesRepository } from './messages.repository.js';

export interface FoundMessage {
  access: ChannelAccess;
  row: MessageRow;
}

/** `changed` is null when the access version was old, or the message deleted meanwhile. */
export type Outcome = { changed: MessageRow | null; actor?: MessageActor } | { unchanged: MessageRow };

const MAX_ATTEMPTS = 5;

/** Changes of messages that are stored: each in the order of its channel, under the rights of that moment, told to all who see it. */
@Injectable()
export class MessageChanges implements OnModuleInit {
  /** Ids of messages that were edited or deleted, of those with details at least. */
  readonly changed = new Listeners<string[]>();

  constructor(
    private readonly repository: MessagesRepository,
    private readonly permissions: PermissionsService,
    private readonly assembler: MessageAssembler,
    private readonly publisher: Publisher,
    private readonly lanes: MessageLanes,
    private readonly news: MessageNews,
    private readonly visibility: Visibility,
  ) {}

  onModuleInit(): void {
    this.visibility.register('messageId', (caller, id) => this.find(caller, id));
  }

  /** @throws NOT_FOUND */
  async find(caller: Caller, messageId: string): Promise<FoundMessage> {
    const row = await this.repository.byId(messageId);
    if (!row) throw new ProblemError('NOT_FOUND');
    const access = await this.permissions.channel(caller, row.channel_id);
    if (row.seq <= (await this.floor(access))) throw new ProblemError('NOT_FOUND');
    return { access, row };
  }

  /** As `MessagesRepository.floor`. */
  floor(access: ChannelAccess): Promise<number> {
    return this.repository.floor(access);
  }

  /**
   * Checks and writes as of one state of the rules; again when they changed in between. Answers with the message as the caller sees it.
   *
   * @param write checks what the caller may, and changes the row by a statement of `changeOf`; `actor` is told to all
   * @throws NOT_FOUND, UNAVAILABLE, and what `write` throws
   */
  async change(
    caller: Caller,
    messageId: string,
    event: 'message:update' | 'message:delete',
    write: (found: FoundMessage) => Promise<Outcome>,
  ): Promise<Message> {
    const { row } = await this.find(caller, messageId);
    return this.lanes.run(row.channel_id, () => this.attempt(caller, messageId, event, write));
  }

  /** As `change`, by the server itself, whoever may see the channel. Null: there was nothing to change. */
  async amend(messageId: string, write: (guard: Guard, row: MessageRow) => Promise<MessageRow | null>): Promise<MessageRow | null> {
    const found = await this.repository.byId(messageId);
    if (!found) return null;
    return this.lanes.run(found.channel_id, async () => {
      const row = await this.repository.byId(messageId);
      if (!row || row.deleted_at) return null;
      const changed = await write({ channel: { id: row.channel_id, serverId: null }, accessVersion: null }, row);
      const room = changed && (await this.permissions.roomOfChannel(changed.channel_id));
      if (changed && room) await this.tell(room, changed.deleted_at === null ? 'message:update' : 'message:delete', changed);
      return changed;
    });
  }

  /** For `amend`: a tombstone stays. @param then in the same transaction */
  bury(messageId: string, guard: Guard, then: (transaction: Transaction) => Promise<void>): Promise<MessageRow | null> {
    return this.repository.removeWith(messageId, guard, then);
  }

  private async attempt(
    caller: Caller,
    messageId: string,
    event: 'message:update' | 'message:delete',
    write: (found: FoundMessage) => Promise<Outcome>,
  ): Promise<Message> {
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
      const found = await this.find(caller, messageId);
      const outcome = await write(found);
      if ('unchanged' in outcome) return this.assembler.one(outcome.unchanged, caller.userId);
      if (outcome.changed) {
        await this.tell(found.access.room, event, outcome.changed, outcome.actor);
        if (outcome.changed.details !== null) await this.changed.tell([messageId]);
        return this.assembler.one(outcome.changed, caller.userId);
      }
      this.permissions.forget(found.access);
    }
    throw new ProblemError('UNAVAILABLE', { retryAfter: 1 });
  }

  private async tell(room: string, event: 'message:update' | 'message:delete', row: MessageRow, actor?: MessageActor): Promise<void> {
    const message = await this.assembler.one(row, null);
    this.publisher.emit(room, event, { channelId: message.channelId, version: message.version, message, ...(actor && { actor }) });
    this.news.tellRevised(message);
  }
}
