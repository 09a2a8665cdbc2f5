import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { Bus } from '../cluster/bus.js';
import { PermissionsService } from '../permissions/permissions.service.js';
import { LocalSockets } from '../realtime/local-sockets.js';
import { Publisher } from '../realtime/publisher.js';
import { SyncRepository, type ChannelVersion } from './sync.repository.js';

const EVERY = 60_000;

/**
 * Tells the sockets of this node the counters of the channels that changed: about once a minute and whenever the broker is back. A
 * client that missed the very last event of a channel learns of it here.
 */
@Injectable()
export class ChannelVersions implements OnModuleInit, OnModuleDestroy {
  private known = new Map<string, number>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly repository: SyncRepository,
    private readonly permissions: PermissionsService,
    private readonly sockets: LocalSockets,
    private readonly publisher: Publisher,
    private readonly bus: Bus,
    private readonly logger: PinoLogger,
  ) {
    logger.setContext('sync');
  }

  onModuleInit(): void {
    this.schedule();
    // After a break every channel counts: what this node believes that its clients heard may have been lost.
    this.bus.onRestored(() => {
      this.known.clear();
      return this.tell();
    });
  }

  onModuleDestroy(): void {
    clearTimeout(this.timer);
  }

  private schedule(): void {
    // Nodes that started together do not all ask at once.
    this.timer = setTimeout(() => void this.tell().finally(() => this.schedule()), EVERY * (0.8 + Math.random() * 0.4));
  }

  /** What changed since it was told last. */
  async tell(): Promise<void> {
    try {
      const [serverIds, channelIds] = [this.sockets.serverIds(), this.sockets.channelIds()];
      const channels = serverIds.length + channelIds.length > 0 ? await this.repository.versions(serverIds, channelIds) : [];
      const changed = channels.filter(({ channelId, version }) => version !== this.known.get(channelId));
      this.known = new Map(channels.map(({ channelId, version }) => [channelId, version]));
      for (const [room, list] of await this.byRoom(changed)) this.publisher.emitLocally(room, 'channel:versions', { channels: list });
    } catch (fault) {
      this.logger.warn({ err: fault }, 'the versions of channels could not be told');
    }
  }

  private async byRoom(channels: ChannelVersion[]): Promise<Map<string, ChannelVersion[]>> {
    const byRoom = new Map<string, ChannelVersion[]>();
    for (const channel of channels) {
      const room = await this.permissions.roomOfChannel(channel.channelId);
      if (room) byRoom.set(room, [...(byRoom.get(room) ?? []), channel]);
    }
    return byRoom;
  }
}
