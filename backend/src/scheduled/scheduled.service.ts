import { Injectable, type OnModuleInit } from '@nestjs/common';
import { limits, type Message, type ScheduledMessage } from '@hearth/contract';
import { PinoLogger } from 'nestjs-pino';
import { Snowflakes } from '../database/snowflakes.js';
import type { Caller } from '../http/caller.js';
import { ProblemError } from '../http/problem.js';
import { Visibility } from '../http/visibility.js';
import { DueWork } from '../jobs/due-work.js';
import { AttachmentsService } from '../messages/attachments/attachments.service.js';
import { MessagesService, type MessageInput } from '../messages/messages.service.js';
import { PermissionsService } from '../permissions/permissions.service.js';
import { Publisher } from '../realtime/publisher.js';
import { rooms } from '../realtime/rooms.js';
import { isPassing, nonceOf } from './scheduled.policy.js';
import { presentScheduled } from './scheduled.presenter.js';
import { ScheduledRepository, type ScheduledRow } from './scheduled.repository.js';

interface ScheduleInput {
  content: string;
  sendAt: string;
  replyToId?: string | null | undefined;
  attachmentIds?: string[] | undefined;
}

/** Sent at once by one node. */
const AT_ONCE = 20;

/** Messages that wait for their time. Each is sent once, whatever ends in between: under a nonce that its id decides. */
@Injectable()
export class ScheduledService implements OnModuleInit {
  constructor(
    private readonly repository: ScheduledRepository,
    private readonly messages: MessagesService,
    private readonly attachments: AttachmentsService,
    private readonly permissions: PermissionsService,
    private readonly publisher: Publisher,
    private readonly visibility: Visibility,
    private readonly due: DueWork,
    private readonly snowflakes: Snowflakes,
    private readonly logger: PinoLogger,
  ) {
    logger.setContext('scheduled');
  }

  onModuleInit(): void {
    this.visibility.register('scheduledId', (caller, id) => this.own(caller, id));
    this.due.watch(() => this.sendDue());
  }

  /** By their time, also those in channels that the author does not see any more. */
  async list({ userId }: Caller): Promise<ScheduledMessage[]> {
    return this.present(await this.repository.ofUser(userId));
  }

  /** @throws NOT_FOUND */
  async inChannel(caller: Caller, channelId: string): Promise<ScheduledMessage[]> {
    await this.permissions.channel(caller, channelId);
    return this.present(await this.repository.ofChannel(caller.userId, channelId));
  }

  /** @throws NOT_FOUND, MISSING_PERMISSION, LIMIT_REACHED; VALIDATION, FILE_QUARANTINED of its files */
  async create(caller: Caller, channelId: string, input: ScheduleInput): Promise<ScheduledMessage> {
    const { content, sendAt, replyToId = null, attachmentIds = [] } = input;
    const access = await this.permissions.channel(caller, channelId, 'SEND_MESSAGES');
    if (attachmentIds.length > 0) await this.permissions.channel(caller, channelId, 'ATTACH_FILES');
    const keepFiles = await this.attachments.keeping(access, attachmentIds);
    const id = this.snowflakes.next();
    const scheduled = { id, channelId, authorId: caller.userId, content, replyToId, sendAt };
    const row = await this.repository.insert(scheduled, (transaction) => keepFiles(transaction, id));
    if (row === 'gone') throw new ProblemError('NOT_FOUND');
    if (row === 'full') throw new ProblemError('LIMIT_REACHED', { detail: `At most ${limits.scheduledPerUser} messages can wait` });
    return this.tell(row);
  }

  /** @throws NOT_FOUND, CONFLICT while it is being sent */
  async update(
    caller: Caller,
    scheduledId: string,
    changes: { content?: string | undefined; sendAt?: string | undefined },
  ): Promise<ScheduledMessage> {
    await this.own(caller, scheduledId);
    if (changes.content?.trim() === '' && !(await this.attachments.heldBy([scheduledId])).has(scheduledId))
      throw new ProblemError('VALIDATION', { errors: [{ path: 'body.content', message: 'must not be empty' }] });
    const row = await this.repository.update(scheduledId, changes);
    if (!row) throw beingSent();
    return this.tell(row);
  }

  /** @throws NOT_FOUND, CONFLICT while it is being sent */
  async remove(caller: Caller, scheduledId: string): Promise<void> {
    const row = await this.own(caller, scheduledId);
    if (!(await this.repository.removeFree(scheduledId))) throw beingSent();
    this.tellGone(row);
  }

  /** Before its time, or again. @throws NOT_FOUND, CONFLICT while it is being sent, and what `MessagesService.create` refuses with */
  async sendNow(caller: Caller, scheduledId: string): Promise<Message> {
    await this.own(caller, scheduledId);
    const row = await this.repository.claim(scheduledId);
    if (!row) throw beingSent();
    try {
      return await this.send(row);
    } catch (fault) {
      if (row.status === 'FAILED') await this.refused(row, fault);
      else await this.repository.release(row.id);
      throw fault;
    }
  }

  /** True where more may be due. */
  async sendDue(): Promise<boolean> {
    const rows = await this.repository.claimDue(AT_ONCE);
    // A claim that nobody ends is over after some seconds: then it is tried again.
    await Promise.all(rows.map((row) => this.send(row).catch((fault: unknown) => this.refused(row, fault))));
    return rows.length === AT_ONCE;
  }

  private async send(row: ScheduledRow): Promise<Message> {
    const author = { userId: row.author_id, sessionId: '' };
    const files = (await this.attachments.heldBy([row.id])).get(row.id) ?? [];
    const attachmentIds = files.map(({ id }) => id);
    const input = {
      content: row.content,
      nonce: nonceOf(row.id),
      replyToId: row.reply_to_id ?? undefined,
      attachmentIds,
      scheduledId: row.id,
    };
    const message = await this.submit(author, row.channel_id, input);
    await this.repository.remove(row.id);
    this.tellGone(row);
    return message;
  }

  private async submit(author: Caller, channelId: string, input: MessageInput): Promise<Message> {
    if (input.content.trim() !== '' || input.attachmentIds?.length)
      return this.messages.create(author, channelId, input).catch((fault: unknown) => this.alreadySent(author, input.nonce, fault));
    // Sent by a node that died, or its files were deleted since.
    const message = await this.messages.sent(author, input.nonce);
    if (!message) throw new ProblemError('VALIDATION', { detail: 'Its files are gone, and there is nothing else in it' });
    return message;
  }

  /** Sent by a node that died before it could note that, and changed since. */
  private async alreadySent(author: Caller, nonce: string, fault: unknown): Promise<Message> {
    const message = fault instanceof ProblemError && fault.code === 'NONCE_REUSED' ? await this.messages.sent(author, nonce) : null;
    if (!message) throw fault;
    return message;
  }

  private async refused(row: ScheduledRow, fault: unknown): Promise<void> {
    if (fault instanceof ProblemError && !isPassing(fault.code)) {
      const failed = await this.repository.fail(row.id, fault.code);
      if (failed) await this.tell(failed);
    } else this.logger.warn({ err: fault, scheduledId: row.id }, 'a scheduled message could not be sent yet');
  }

  private async own({ userId }: Caller, scheduledId: string): Promise<ScheduledRow> {
    const row = await this.repository.byId(scheduledId);
    if (row?.author_id !== userId) throw new ProblemError('NOT_FOUND');
    return row;
  }

  private async present(rows: ScheduledRow[]): Promise<ScheduledMessage[]> {
    const files = await this.attachments.heldBy(rows.map(({ id }) => id));
    return rows.map((row) => presentScheduled(row, files.get(row.id) ?? []));
  }

  private async tell(row: ScheduledRow): Promise<ScheduledMessage> {
    const scheduled = presentScheduled(row, (await this.attachments.heldBy([row.id])).get(row.id) ?? []);
    this.publisher.emit(rooms.user(row.author_id), 'scheduled:update', { scheduledId: row.id, channelId: row.channel_id, scheduled });
    return scheduled;
  }

  private tellGone({ id: scheduledId, channel_id: channelId, author_id: authorId }: ScheduledRow): void {
    this.publisher.emit(rooms.user(authorId), 'scheduled:update', { scheduledId, channelId, scheduled: null });
  }
}

const beingSent = () => new ProblemError('CONFLICT', { detail: 'It is just being sent' });
