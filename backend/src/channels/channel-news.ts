import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Channel, ServerEventEntry } from '@hearth/contract';
import { PermissionsService, type SightChange } from '../permissions/permissions.service.js';
import { Publisher } from '../realtime/publisher.js';
import { presentChannel } from './channels.presenter.js';
import { ChannelsRepository } from './channels.repository.js';

/** Tells of channels to those who may see them. */
@Injectable()
export class ChannelNews implements OnModuleInit {
  constructor(
    private readonly repository: ChannelsRepository,
    private readonly permissions: PermissionsService,
    private readonly publisher: Publisher,
  ) {}

  onModuleInit(): void {
    this.permissions.onSightChanged((change) => this.tellSight(change));
  }

  /** Tells everybody who may see them what channels are now: one frame to each room. */
  async announce(channels: Channel[]): Promise<void> {
    const placed = await Promise.all(
      channels.map(async (channel) => ({ channel, room: await this.permissions.roomOfChannel(channel.id) })),
    );
    for (const [room, list] of Map.groupBy(placed, (entry) => entry.room)) {
      // Gone by now: then its end is the news, and somebody else tells it.
      if (room === null) continue;
      this.publisher.emitAll(
        room,
        list.map(({ channel }) => ['channel:update', channel]),
      );
    }
  }

  /** To the sockets of this node; every node does the same for its own. */
  private async tellSight({ serverId, gained, lost, kept }: SightChange): Promise<void> {
    for (const [rooms, list] of byRooms(lost)) {
      this.publisher.emitAllLocally(
        rooms,
        list.map((channelId) => ['channel:delete', { serverId, channelId }]),
      );
    }
    const seen = [...new Set([...gained, ...kept].map(({ channelId }) => channelId))];
    if (seen.length === 0) return;
    const rows = await this.repository.byIds(seen);
    const channels = new Map(rows.map((row) => [row.id.toString(), presentChannel(row)]));
    this.tellSeen('channel:create', gained, channels);
    // The node that acts tells it to the channel's new room, which the sockets of the others have joined only now.
    this.tellSeen('channel:update', kept, channels);
  }

  private tellSeen(name: 'channel:create' | 'channel:update', sights: SightChange['gained'], channels: ReadonlyMap<string, Channel>): void {
    for (const [rooms, list] of byRooms(sights)) {
      this.publisher.emitAllLocally(
        rooms,
        list.flatMap((channelId): ServerEventEntry[] => {
          const channel = channels.get(channelId);
          return channel ? [[name, channel]] : [];
        }),
      );
    }
  }
}

/** Channels that the same people gained or lost go to them in one frame. */
function byRooms(sights: SightChange['gained']): Map<string[], string[]> {
  const groups = Map.groupBy(sights, ({ rooms }) => rooms.join());
  return new Map([...groups.values()].map((group) => [group[0]?.rooms ?? [], group.map(({ channelId }) => channelId)]));
}
