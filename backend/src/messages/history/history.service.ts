import { Injectable } from '@nestjs/common';
import { hasPermission, type MessageEdit } from '@hearth/contract';
import type { Caller } from '../../http/caller.js';
import { ProblemError } from '../../http/problem.js';
import { MessageChanges } from '../message-changes.js';
import { HistoryRepository } from './history.repository.js';

const FROM_THE_LAST = 2_147_483_647;

/** What messages said before they were edited. */
@Injectable()
export class HistoryService {
  constructor(
    private readonly repository: HistoryRepository,
    private readonly changes: MessageChanges,
  ) {}

  /** In a conversation for everybody, in a server for the author and those who look after messages. @throws NOT_FOUND, MISSING_PERMISSION */
  async list(
    caller: Caller,
    messageId: string,
    { before = FROM_THE_LAST, limit }: { before?: number | undefined; limit: number },
  ): Promise<{ edits: MessageEdit[]; hasMore: boolean }> {
    const { access, row } = await this.changes.find(caller, messageId);
    const maySee =
      access.channel.serverId === null || row.author_id === caller.userId || hasPermission(access.permissions, 'MANAGE_MESSAGES');
    if (!maySee) throw new ProblemError('MISSING_PERMISSION', { detail: 'This needs MANAGE_MESSAGES' });
    const rows = await this.repository.list(messageId, before, limit + 1);
    const edits = rows.slice(0, limit).map(({ number, content, written_at }) => ({ number, content, writtenAt: written_at.toISOString() }));
    return { edits, hasMore: rows.length > limit };
  }
}
