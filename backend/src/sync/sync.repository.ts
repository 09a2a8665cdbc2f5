import { Injectable } from '@nestjs/common';
import { listedChannelTypes } from '@hearth/contract';
import { PrismaService } from '../database/prisma.service.js';

export interface ChannelVersion {
  channelId: string;
  version: number;
  lastSeq: number;
}

@Injectable()
export class SyncRepository {
  constructor(private readonly prisma: PrismaService) {}

  /** Of the channels of servers, threads in the archive left out, and of conversations. */
  versions(serverIds: string[], channelIds: string[]): Promise<ChannelVersion[]> {
    return this.prisma.statement<ChannelVersion>(
      'sync_versions',
      `SELECT id AS "channelId", version, last_seq AS "lastSeq" FROM channels
       WHERE server_id = ANY($1::bigint[]) AND type = ANY('{${listedChannelTypes.join()}}')
       UNION ALL
       SELECT id, version, last_seq FROM channels WHERE server_id = ANY($1::bigint[]) AND type = 'THREAD' AND archived_at IS NULL
       UNION ALL
       SELECT id, version, last_seq FROM channels WHERE id = ANY($2::bigint[]) AND server_id IS NULL`,
      [serverIds, channelIds],
    );
  }
}
