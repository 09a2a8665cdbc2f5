import { Injectable } from '@nestjs/common';
import type { Statement } from '../../database/prisma.service.js';
import { ProblemError } from '../../http/problem.js';
import { FileRoomRepository, type FileUsage } from './file-room.repository.js';

/** What somebody brings. */
export interface Brought {
  ownerId: string;
  bytes: number;
}

/** What files may take, for a user and for a server: what comes at once cannot exceed what one after the other could not. */
@Injectable()
export class FileRoomService {
  constructor(private readonly repository: FileRoomRepository) {}

  /**
   * Makes room in a server, or in none, for what the same transaction stores.
   *
   * @param admit what else is to hold, looked at before the room of both
   * @throws QUOTA_EXCEEDED
   */
  async take(statement: Statement, serverId: string | null, brought: Brought[], admit?: (usage: FileUsage) => void): Promise<void> {
    const ofOwners = new Map<string, number>();
    for (const { ownerId, bytes } of brought) ofOwners.set(ownerId, (ofOwners.get(ownerId) ?? 0) + bytes);
    const usages = await this.repository.hold(statement, [...ofOwners.keys()], serverId);
    const all = brought.reduce((sum, { bytes }) => sum + bytes, 0);
    for (const usage of usages) {
      admit?.(usage);
      requireRoom(usage, ofOwners.get(usage.ownerId) ?? 0, all);
    }
  }
}

function requireRoom({ userBytes, userFileBytes, serverBytes, serverFileBytes }: FileUsage, own: number, all: number): void {
  if (userBytes + own > userFileBytes) throw new ProblemError('QUOTA_EXCEEDED', { detail: 'Your files take all of your room' });
  if (serverBytes + all > serverFileBytes)
    throw new ProblemError('QUOTA_EXCEEDED', { detail: 'The files of this server take all of its room' });
}
