import { Injectable } from '@nestjs/common';
import type { FileSort, StoredFile, UsageOfKind } from '@hearth/contract';
import type { Caller } from '../../http/caller.js';
import { ProblemError } from '../../http/problem.js';
import { AttachmentsService } from '../attachments/attachments.service.js';
import { MessageChanges } from '../message-changes.js';
import { pageOfFiles } from './file-page.js';
import { decodeSizeCursor } from '../../http/size-cursor.js';
import { StorageUseRepository } from './storage-use.repository.js';

interface Listing {
  sort: FileSort;
  cursor?: string | undefined;
  limit: number;
}

/** What somebody's own files take, and the way to have less. */
@Injectable()
export class OwnStorageService {
  constructor(
    private readonly repository: StorageUseRepository,
    private readonly attachments: AttachmentsService,
    private readonly changes: MessageChanges,
  ) {}

  async use({ userId }: Caller): Promise<{ bytes: number; limit: number; count: number; kinds: UsageOfKind[] }> {
    const [kinds, limits] = await Promise.all([this.repository.kindsOfUser(userId), this.repository.limits()]);
    const sum = (name: 'bytes' | 'count') => kinds.reduce((all, kind) => all + kind[name], 0);
    return { bytes: sum('bytes'), limit: limits.user, count: sum('count'), kinds };
  }

  /** @throws VALIDATION for a cursor from elsewhere */
  async list({ userId }: Caller, { sort, cursor, limit }: Listing): Promise<{ files: StoredFile[]; nextCursor: string | null }> {
    return pageOfFiles(await this.repository.own(userId, sort, decodeSizeCursor(cursor), limit + 1), limit);
  }

  /**
   * Whoever was banned from a channel or left it goes on to pay for what they sent there with their room, so they may take it back.
   *
   * @throws NOT_FOUND also of what somebody else brought, MISSING_PERMISSION for whoever may only read there for now
   */
  async remove(caller: Caller, fileId: string): Promise<void> {
    const messageId = await this.messageOf(caller, fileId);
    if (messageId === null) {
      if (await this.repository.removeUnsent(caller.userId, fileId)) return;
      // It was sent just now.
      return this.remove(caller, fileId);
    }
    await this.requireUnrestricted(caller, messageId);
    await this.attachments.takeAway(messageId, fileId);
  }

  /** @throws NOT_FOUND */
  private async messageOf({ userId }: Caller, fileId: string): Promise<string | null> {
    const messageId = await this.repository.messageOf(userId, fileId);
    if (messageId === undefined) throw new ProblemError('NOT_FOUND');
    return messageId;
  }

  private async requireUnrestricted(caller: Caller, messageId: string): Promise<void> {
    const found = await this.changes.find(caller, messageId).catch((fault: unknown) => {
      if (fault instanceof ProblemError && fault.code === 'NOT_FOUND') return null;
      throw fault;
    });
    if (found?.access.restricted) throw new ProblemError('MISSING_PERMISSION', { detail: 'You may only read here for now' });
  }
}
