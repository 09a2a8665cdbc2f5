import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { setTimeout as sleep } from 'node:timers/promises';
import { Bus } from '../cluster/bus.js';
import { LocalSockets } from '../realtime/local-sockets.js';
import { RealtimeRegistry } from '../realtime/realtime-ports.js';
import type { HearthSocket } from '../realtime/sockets.js';

/** Sockets that are told at once, and the pause between two such groups in milliseconds: a node must not ask for everything of everybody at once. */
const AT_ONCE = 10;
const PAUSE = 50;

/**
 * What has no version, such as a role or who is in a server, may have changed unheard while the broker was away: every socket of this
 * node gets `ready` again, as if it had just connected.
 */
@Injectable()
export class Snapshots implements OnModuleInit, OnModuleDestroy {
  /** Counts up with each break, so that an older round gives way to a newer one. */
  private round = 0;

  constructor(
    private readonly sockets: LocalSockets,
    private readonly registry: RealtimeRegistry,
    private readonly bus: Bus,
    private readonly logger: PinoLogger,
  ) {
    logger.setContext('sync');
  }

  onModuleInit(): void {
    this.bus.onRestored(() => this.tellAll());
  }

  onModuleDestroy(): void {
    this.round += 1;
  }

  /** Resolves when the last socket was told, or a newer round has begun. */
  async tellAll(): Promise<void> {
    const round = (this.round += 1);
    const all = this.sockets.all();
    for (let from = 0; from < all.length && round === this.round; from += AT_ONCE) {
      await Promise.all(all.slice(from, from + AT_ONCE).map((socket) => this.tell(socket)));
      await sleep(PAUSE);
    }
  }

  private async tell(socket: HearthSocket): Promise<void> {
    try {
      // Rooms before the snapshot, as for a new connection.
      await this.sockets.place(socket);
      const ready = await this.registry.port('ready')(socket.data.caller);
      if (socket.connected) socket.emit('ready', ready);
    } catch (fault) {
      this.logger.warn({ err: fault }, 'a socket could not be told anew; it connects again');
      socket.disconnect(true);
    }
  }
}
