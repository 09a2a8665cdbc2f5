import { Injectable } from '@nestjs/common';
import { hasPermission, limits, type AuditAction, type Message } from '@hearth/contract';
import { AuditLogService } from '../../audit-log/audit-log.service.js';
import type { Transaction } from '../../database/prisma.service.js';
import type { Caller } from '../../http/caller.js';
import { ProblemError } from '../../http/problem.js';
import { PermissionsService, type ChannelAccess } from '../../permissions/permissions.service.js';
import { MessageAssembler } from '../message-assembler.js';
import { MessageChanges } from '../message-changes.js';
import { isNotice } from '../messages.policy.js';
import type { MessageRow } from '../messages.presenter.js';
import { MessagesService } from '../messages.service.js';
import { decodeTimeCursor, encodeTimeCursor } from '../time-cursor.js';
import { PinsRepository } from './pins.repository.js';

interface Pinning {
  access: ChannelAccess;
  row: MessageRow;
}

/** Messages that a channel keeps at hand. */
@Injectable()
export class PinsService {
  constructor(
    private readonly repository: PinsRepository,
    private readonly changes: MessageChanges,
    private readonly messages: MessagesService,
    private readonly assembler: MessageAssembler,
    private readonly permissions: PermissionsService,
    private readonly auditLog: AuditLogService,
  ) {}

  /** What is pinned already stays where it is. @throws NOT_FOUND, MISSING_PERMISSION, CONFLICT, VALIDATION for a notice, LIMIT_REACHED */
  async pin(caller: Caller, messageId: string, reason?: string): Promise<Message> {
    const places: ChannelAccess['channel'][] = [];
    const message = await this.changes.change(caller, messageId, 'message:update', async ({ access, row }) => {
      requirePinning(access);
      requirePinnable(row);
      if (row.pinned_at) return { unchanged: row };
      const changed = await this.repository.pin(row, access, this.recording('MESSAGE_PIN', caller, { access, row }, reason));
      if (changed === 'full')
        throw new ProblemError('LIMIT_REACHED', { detail: `At most ${limits.pinsPerChannel} messages of a channel can be pinned` });
      if (changed) places.push(access.channel);
      return { changed };
    });
    for (const place of places) await this.tell(place, caller, message);
    return message;
  }

  /** @throws NOT_FOUND, MISSING_PERMISSION */
  unpin(caller: Caller, messageId: string, reason?: string): Promise<Message> {
    return this.changes.change(caller, messageId, 'message:update', async ({ access, row }) => {
      requirePinning(access);
      if (!row.pinned_at) return { unchanged: row };
      return { changed: await this.repository.unpin(row, access, this.recording('MESSAGE_UNPIN', caller, { access, row }, reason)) };
    });
  }

  /** @throws NOT_FOUND, VALIDATION for a cursor from elsewhere */
  async list(
    caller: Caller,
    channelId: string,
    { cursor, limit }: { cursor?: string | undefined; limit: number },
  ): Promise<{ messages: Message[]; nextCursor: string | null }> {
    const access = await this.permissions.channel(caller, channelId);
    const before = decodeTimeCursor(cursor);
    const rows = await this.repository.list(channelId, await this.changes.floor(access), before, limit + 1);
    const page = rows.slice(0, limit);
    const last = rows.length > limit ? page.at(-1) : undefined;
    return {
      messages: await this.assembler.assemble(page, caller.userId),
      nextCursor: last?.pinned_at ? encodeTimeCursor(last.pinned_at, last.id) : null,
    };
  }

  private async tell({ id, serverId }: ChannelAccess['channel'], { userId }: Caller, message: Message): Promise<void> {
    const details = { messageId: message.id, messageSeq: message.seq };
    await this.messages.notice({ id, serverId }, { authorId: userId, type: 'PIN', details });
  }

  /** A server keeps who pinned what; elsewhere the notice says it. */
  private recording(action: Extract<AuditAction, `MESSAGE_${string}`>, caller: Caller, { access, row }: Pinning, reason?: string) {
    const { id: channelId, serverId } = access.channel;
    return async (transaction: Transaction): Promise<void> => {
      if (serverId === null) return;
      const isPinned = action === 'MESSAGE_PIN';
      const changes = [
        { key: 'messageId', before: isPinned ? null : row.id, after: isPinned ? row.id : null },
        { key: 'channelId', before: isPinned ? null : channelId, after: isPinned ? channelId : null },
      ];
      const target = { targetId: row.author_id, targetName: row.username };
      await this.auditLog.record(transaction, { serverId, actorId: caller.userId, action, ...target, changes, reason });
    };
  }
}

/** In a conversation everybody who may write, in a server those who look after its messages. */
function requirePinning({ channel, permissions }: ChannelAccess): void {
  const needed = channel.serverId === null ? 'SEND_MESSAGES' : 'MANAGE_MESSAGES';
  if (!hasPermission(permissions, needed)) throw new ProblemError('MISSING_PERMISSION', { detail: `This needs ${needed}` });
}

function requirePinnable({ deleted_at, type }: MessageRow): void {
  if (deleted_at) throw new ProblemError('CONFLICT', { detail: 'The message was deleted' });
  if (isNotice(type)) throw new ProblemError('VALIDATION', { detail: 'A notice cannot be pinned' });
}
