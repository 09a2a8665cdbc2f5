import { Injectable } from '@nestjs/common';
import { PrismaService } from '../database/prisma.service.js';

export interface ChannelVersion {
  channelId: string;
  version: number;
  lastSeq: number;
}

@Injectable()
export class SyncRepository {
  constructor(private readonly prisma: PrismaService) {}

  /** Everybody who is in a server with the user, the user included. */
  async peopleInServersOf(userId: string): Promise<string[]> {
    const rows = await this.prisma.statement<{ user_id: string }>(
      'sync_people',
      `SELECT DISTINCT other.user_id FROM members own JOIN members other ON other.server_id = own.server_id WHERE own.user_id = $1
       UNION SELECT $1::bigint`,
      [userId],
    );
    return rows.map((row) => row.user_id);
  }

  /** Of the channels of servers, threads in the archive left out, and of conversations. */
  versions(serverIds: string[], channelIds: string[]): Promise<ChannelVersion[]> {
    return this.prisma.statement<ChannelVersion>(
      'sync_versions',
      `SELECT id AS "channelId", version, last_seq AS "lastSeq" FROM channels
       WHERE server_id = ANY($1::bigint[]) AND (type <> 'THREAD' OR archived_at IS NULL)
       UNION ALL
       SELECT id, version, last_seq FROM channels WHERE id = ANY($2::bigint[]) AND server_id IS NULL`,
      [serverIds, channelIds],
    );
  }
}
