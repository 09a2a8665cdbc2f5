import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Attachment, Message } from '@hearth/contract';
import { AuditLogService, type AuditEntry } from '../../audit-log/audit-log.service.js';
import type { Transaction } from '../../database/prisma.service.js';
import { FilesService } from '../../files/files.service.js';
import type { Caller } from '../../http/caller.js';
import { ProblemError } from '../../http/problem.js';
import { Visibility } from '../../http/visibility.js';
import type { ChannelAccess } from '../../permissions/permissions.service.js';
import { MessageChanges } from '../message-changes.js';
import { MessagePreparation, unsendable } from '../message-preparation.js';
import { canDelete, canEdit } from '../messages.policy.js';
import { isCopy, stickerOf, type MessageRow } from '../messages.presenter.js';
import { requirePresent } from '../taking-part.js';
import { AttachmentsRepository, type FileWords } from './attachments.repository.js';

/** Messages whose files are taken in one go. */
const AT_ONCE = 100;

/** Changes of files that messages have, or will have. */
@Injectable()
export class AttachmentsService implements OnModuleInit {
  constructor(
    private readonly repository: AttachmentsRepository,
    private readonly changes: MessageChanges,
    private readonly preparation: MessagePreparation,
    private readonly visibility: Visibility,
    private readonly files: FilesService,
    private readonly auditLog: AuditLogService,
  ) {}

  onModuleInit(): void {
    this.visibility.register('attachmentId', (caller, id) => this.find(caller, id));
    this.files.news.changed.add((messageIds) => this.refresh(messageIds));
  }

  /** @throws NOT_FOUND also of what somebody else brought, MISSING_PERMISSION, CONFLICT for a deleted message */
  async update(caller: Caller, fileId: string, words: FileWords): Promise<Attachment> {
    const messageId = await this.find(caller, fileId);
    const updated = messageId === null ? await this.repository.updateUnsent(fileId, caller.userId, words) : null;
    if (updated) return updated;
    // It may have been sent just now.
    const sentWith = messageId ?? (await this.find(caller, fileId));
    const attachment = sentWith === null ? undefined : await this.updateSent(caller, sentWith, fileId, words);
    if (!attachment) throw new ProblemError('NOT_FOUND');
    return attachment;
  }

  /**
   * @param reason for the audit log, which keeps what is taken from somebody else
   * @throws NOT_FOUND, MISSING_PERMISSION, CONFLICT for a deleted message, and for the last file of one that is nothing else
   */
  remove(caller: Caller, messageId: string, fileId: string, reason?: string): Promise<Message> {
    return this.changes.change(caller, messageId, 'message:update', async ({ access, row }) => {
      if (!canDelete(caller, access, authorship(row))) throw new ProblemError('MISSING_PERMISSION');
      requirePresent(row);
      const attachment = row.attachments?.find(({ id }) => id === fileId);
      if (!attachment) throw new ProblemError('NOT_FOUND');
      if (row.attachments?.length === 1 && isBare(row))
        throw new ProblemError('CONFLICT', { detail: 'There is nothing else in this message: delete it' });
      return { changed: await this.take(caller, access, row, attachment, reason) };
    });
  }

  /**
   * Of files that are to wait with a scheduled message: that they can be sent to its channel.
   *
   * @returns keeps them for it, in the transaction that makes it
   * @throws VALIDATION, FILE_QUARANTINED
   */
  async keeping(access: ChannelAccess, ids: string[]): Promise<(transaction: Transaction, scheduledId: string) => Promise<void>> {
    if (ids.length === 0) return nothing;
    await this.preparation.requireUnsent(access, ids);
    return async (transaction, scheduledId) => {
      if (!(await this.repository.hold(transaction, scheduledId, access.userId, ids))) throw unsendable();
    };
  }

  /** By scheduled message what waits with it and was not sent, in its order. */
  heldBy(scheduledIds: string[]): Promise<Map<string, Attachment[]>> {
    return this.repository.heldBy(scheduledIds);
  }

  /**
   * Takes a file from its message, whoever may see that; a message that is nothing else goes with it.
   *
   * @param then in the same transaction
   * @returns false when the message was gone before
   */
  async takeAway(messageId: string, fileId: string, then: (transaction: Transaction) => Promise<void> = nothing): Promise<boolean> {
    const changed = await this.changes.amend(messageId, (guard, row) => {
      const isAll = isBare(row) && row.attachments?.length === 1 && row.attachments[0]?.id === fileId;
      return isAll ? this.changes.bury(messageId, guard, then) : this.repository.removeWith(messageId, guard, fileId, then);
    });
    if (changed?.details) await this.changes.changed.tell([messageId]);
    return changed !== null;
  }

  /**
   * Takes somebody's files from the first few of their messages, whatever they may by now.
   *
   * @returns ids, by channel, of the messages that are nothing else and are to be deleted with them; null when none had any more
   */
  async removeSome(userId: string): Promise<Map<string, string[]> | null> {
    const ids = await this.repository.messagesOf(userId, AT_ONCE);
    const empty = new Map<string, string[]>();
    for (const id of ids)
      await this.changes.amend(id, (guard, row) => {
        if (!isBare(row)) return this.repository.removeAll(id, guard);
        empty.set(row.channel_id, [...(empty.get(row.channel_id) ?? []), id]);
        return Promise.resolve(null);
      });
    return ids.length > 0 ? empty : null;
  }

  /** What a moderator takes from somebody else is kept in the audit log. */
  private take(caller: Caller, access: ChannelAccess, row: MessageRow, { id, name }: Attachment, reason?: string) {
    const { id: channelId, serverId } = access.channel;
    const { author_id: targetId, username: targetName } = row;
    if (serverId === null || targetId === caller.userId) return this.repository.remove(row.id, access, id);
    const changes = [
      { key: 'name', before: name, after: null },
      { key: 'messageId', before: row.id, after: null },
      { key: 'channelId', before: channelId, after: null },
    ];
    const entry: AuditEntry = { serverId, actorId: caller.userId, action: 'ATTACHMENT_DELETE', targetId, targetName, changes, reason };
    return this.repository.removeWith(row.id, access, id, (transaction) => this.auditLog.record(transaction, entry));
  }

  /** Each in the order of its channel, told to all who see it. */
  private async refresh(messageIds: string[]): Promise<void> {
    for (const id of messageIds) await this.changes.amend(id, (guard) => this.repository.refresh(id, guard));
  }

  /** The message in which an own file stands; null before it is sent. @throws NOT_FOUND also where the caller sees that no more */
  private async find(caller: Caller, fileId: string): Promise<string | null> {
    const messageId = await this.repository.messageOf(fileId, caller.userId);
    if (messageId === undefined) throw new ProblemError('NOT_FOUND');
    if (messageId !== null) await this.changes.find(caller, messageId);
    return messageId;
  }

  private async updateSent(caller: Caller, messageId: string, fileId: string, words: FileWords): Promise<Attachment | undefined> {
    const { attachments } = await this.changes.change(caller, messageId, 'message:update', async ({ access, row }) => {
      requirePresent(row);
      if (!canEdit(caller, access, authorship(row))) throw new ProblemError('MISSING_PERMISSION');
      return { changed: await this.repository.updateSent(messageId, access, fileId, words) };
    });
    return attachments.find(({ id }) => id === fileId);
  }
}

const nothing = () => Promise.resolve();

/** Nothing is in it beside its files. */
const isBare = (row: MessageRow): boolean => row.content.trim() === '' && row.poll === null && stickerOf(row) === undefined;

const authorship = (row: MessageRow) => ({ authorId: row.author_id, type: row.type, isCopy: isCopy(row) });
