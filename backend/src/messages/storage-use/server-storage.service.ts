import { Injectable } from '@nestjs/common';
import { hasPermission, type ServerStorage, type StoredFile } from '@hearth/contract';
import type { Caller } from '../../http/caller.js';
import { PermissionsService } from '../../permissions/permissions.service.js';
import { pageOfFiles } from './file-page.js';
import { decodeSizeCursor } from '../../http/size-cursor.js';
import { StorageUseRepository, type ChannelUsage } from './storage-use.repository.js';

interface Listing {
  channelId?: string | undefined;
  cursor?: string | undefined;
  limit: number;
}

/** What the files of a server take. Whoever looks after it sees of a channel that they do not read no more than that it takes something. */
@Injectable()
export class ServerStorageService {
  constructor(
    private readonly repository: StorageUseRepository,
    private readonly permissions: PermissionsService,
  ) {}

  /** @throws NOT_FOUND, MISSING_PERMISSION */
  async use(caller: Caller, serverId: string): Promise<ServerStorage> {
    const readable = new Set(await this.readable(caller, serverId));
    const [kinds, channels, limits] = await Promise.all([
      this.repository.kindsOfServer(serverId),
      this.repository.channels(serverId),
      this.repository.limits(),
    ]);
    const { true: seen = [], false: unseen = [] } = Object.groupBy(channels, ({ channelId }) => `${readable.has(channelId)}`);
    return { ...sumOf(kinds), limit: limits.server, kinds, channels: seen, hidden: sumOf(unseen) };
  }

  /** @throws NOT_FOUND, MISSING_PERMISSION, VALIDATION for a cursor from elsewhere */
  async list(
    caller: Caller,
    serverId: string,
    { channelId, cursor, limit }: Listing,
  ): Promise<{ files: StoredFile[]; nextCursor: string | null }> {
    const before = decodeSizeCursor(cursor);
    const readable = await this.readable(caller, serverId);
    const wanted = channelId === undefined ? readable : readable.filter((id) => id === channelId);
    return pageOfFiles(await this.repository.ofServer(serverId, wanted, before, limit + 1), limit);
  }

  private async readable(caller: Caller, serverId: string): Promise<string[]> {
    await this.permissions.server(caller, serverId, 'MANAGE_SERVER');
    const visible = await this.permissions.visibleChannels(caller, serverId);
    return visible.filter(({ permissions }) => hasPermission(permissions, 'READ_MESSAGE_HISTORY')).map(({ channel }) => channel.id);
  }
}

const sumOf = (parts: Pick<ChannelUsage, 'bytes' | 'count'>[]) => ({
  bytes: parts.reduce((sum, { bytes }) => sum + bytes, 0),
  count: parts.reduce((sum, { count }) => sum + count, 0),
});
