import { Injectable } from '@nestjs/common';
import type { AdminFile } from '@hearth/contract';
import type { Transaction } from '../../database/prisma.service.js';
import type { Caller } from '../../http/caller.js';
import { ProblemError } from '../../http/problem.js';
import { decodeSizeCursor, encodeSizeCursor } from '../../http/size-cursor.js';
import { AttachmentsService } from '../../messages/attachments/attachments.service.js';
import { AdminLogService } from '../log/admin-log.service.js';
import { AdminFilesRepository, type AdminFileRow, type DeletableFile, type FilesOf } from './admin-files.repository.js';

interface Listing {
  userId?: string | undefined;
  serverId?: string | undefined;
  cursor?: string | undefined;
  limit: number;
}

/** Files as they take room, for those who run the installation: what is in them and where they stand is not theirs to see. */
@Injectable()
export class AdminFilesService {
  constructor(
    private readonly repository: AdminFilesRepository,
    private readonly attachments: AttachmentsService,
    private readonly log: AdminLogService,
  ) {}

  /** Of a user, of a server, or what nobody gets. @throws VALIDATION for a cursor from elsewhere */
  async list({ cursor, limit, ...filters }: Listing): Promise<{ files: AdminFile[]; nextCursor: string | null }> {
    const rows = await this.repository.list(whose(filters), decodeSizeCursor(cursor), limit + 1);
    const page = rows.slice(0, limit);
    const last = rows.length > limit ? page.at(-1) : undefined;
    return { files: page.map(toFile), nextCursor: last ? encodeSizeCursor(last) : null };
  }

  /**
   * Wherever it stands; a message that is nothing else goes with it.
   *
   * @throws NOT_FOUND, CONFLICT for what is no file of a message: whoever it stands for manages it
   */
  async remove(caller: Caller, fileId: string): Promise<void> {
    const file = await this.repository.find(fileId);
    if (!file) throw new ProblemError('NOT_FOUND');
    if (file.kind !== 'ATTACHMENT')
      throw new ProblemError('CONFLICT', {
        detail: 'Emoji, stickers and pictures of servers and people are deleted where they are managed',
      });
    const record = (transaction: Transaction) =>
      this.log.record(caller, { action: 'FILE_DELETE', target: fileId, changes: lossOf(file) }, transaction);
    if (file.messageId === null) {
      if (await this.repository.removeUnsent(fileId, record)) return;
      // It was sent just now.
      return this.remove(caller, fileId);
    }
    if (!(await this.attachments.takeAway(file.messageId, fileId, record))) throw new ProblemError('NOT_FOUND');
  }
}

function whose({ userId, serverId }: Pick<Listing, 'userId' | 'serverId'>): FilesOf {
  if (userId !== undefined) return { ownerId: userId };
  return serverId === undefined ? 'quarantined' : { serverId };
}

const toFile = ({ createdAt, threat, ...row }: AdminFileRow): AdminFile => ({
  ...row,
  createdAt: createdAt.toISOString(),
  ...(threat !== null && { threat }),
});

const lossOf = ({ bytes, ownerId, serverId }: DeletableFile) =>
  Object.entries({ bytes, ownerId, serverId }).flatMap(([key, before]) => (before === null ? [] : [{ key, before, after: null }]));
