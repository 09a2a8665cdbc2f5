import { Injectable } from '@nestjs/common';
import { AuditLogService } from '../../audit-log/audit-log.service.js';
import type { Transaction } from '../../database/prisma.service.js';
import type { Caller } from '../../http/caller.js';
import { ProblemError } from '../../http/problem.js';
import { PermissionsService, type ChannelAccess } from '../../permissions/permissions.service.js';
import { MessagesService } from '../messages.service.js';
import { BulkDeleteRepository } from './bulk-delete.repository.js';
import { RemovalsService, type RemovedMessage } from './removals.service.js';

const MAX_ATTEMPTS = 5;

/** A moderator deletes the messages that they chose. */
@Injectable()
export class BulkDeleteService {
  constructor(
    private readonly removals: RemovalsService,
    private readonly repository: BulkDeleteRepository,
    private readonly messages: MessagesService,
    private readonly permissions: PermissionsService,
    private readonly auditLog: AuditLogService,
  ) {}

  /** Returns those that were there. @throws NOT_FOUND, MISSING_PERMISSION */
  async remove(
    caller: Caller,
    channelId: string,
    { ids, reason }: { ids: string[]; reason?: string | undefined },
  ): Promise<{ ids: string[]; version: number }> {
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
      const access = await this.permissions.channel(caller, channelId, 'MANAGE_MESSAGES');
      const removed = await this.removals.remove(channelId, ids, {
        floor: await this.messages.floor(access),
        first: (transaction) => this.holdAccess(transaction, access),
        then: (transaction, removed) => this.record(transaction, access, removed, reason),
      });
      if (removed) return { ids: removed.map(({ id }) => id.toString()), version: await this.versionOf(channelId) };
      this.permissions.forget(access);
    }
    throw new ProblemError('UNAVAILABLE', { retryAfter: 1 });
  }

  private holdAccess(transaction: Transaction, { channel, accessVersion }: ChannelAccess): Promise<boolean> {
    // Nobody manages messages where there is no server.
    return channel.serverId === null ? Promise.resolve(false) : this.repository.holdAccess(transaction, channel.serverId, accessVersion);
  }

  private async record(
    transaction: Transaction,
    { channel, userId }: ChannelAccess,
    removed: RemovedMessage[],
    reason?: string,
  ): Promise<void> {
    if (channel.serverId === null) return;
    const target = { targetId: channel.id, targetName: (await this.repository.channel(channel.id, transaction))?.name ?? null };
    const authors = await this.repository.usernames(transaction, [...new Set(removed.map(({ authorId }) => authorId))]);
    const changes = [
      { key: 'messages', before: removed.length, after: null },
      { key: 'authors', before: authors, after: null },
    ];
    const act = { serverId: channel.serverId, actorId: userId, ...target, changes, reason };
    await this.auditLog.record(transaction, { ...act, action: 'MESSAGE_BULK_DELETE' });
  }

  private async versionOf(channelId: string): Promise<number> {
    const channel = await this.repository.channel(channelId);
    if (!channel) throw new ProblemError('NOT_FOUND');
    return channel.version;
  }
}
