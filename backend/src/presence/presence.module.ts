import { Injectable, Module, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { Bus } from '../cluster/bus.js';
import { REDIS } from '../cluster/cluster.module.js';
import type { RedisConnections } from '../cluster/redis-connections.js';
import { RelationshipsModule } from '../relationships/relationships.module.js';
import { UsersModule } from '../users/users.module.js';
import { LocalPresenceStore } from './local-presence-store.js';
import { PresenceCircles } from './presence-circles.js';
import { PresenceController } from './presence.controller.js';
import { PresenceGateway } from './presence.gateway.js';
import { PresenceRepository } from './presence.repository.js';
import { PresenceService } from './presence.service.js';
import { PresenceStore } from './presence-store.js';
import { RedisPresenceStore } from './redis-presence-store.js';

const openStore = (redis: RedisConnections | null, logger: PinoLogger): PresenceStore => {
  if (!redis) return new LocalPresenceStore();
  return new RedisPresenceStore(redis.commands, (fault) =>
    logger.warn(`presence: ${fault instanceof Error ? fault.message : String(fault)}`),
  );
};

/** Nodes come back from a break one after another: what they ask for within this many milliseconds is told once. */
const GATHER = 300;

@Injectable()
class PresenceLifecycle implements OnModuleInit, OnApplicationShutdown {
  private telling: NodeJS.Timeout | undefined;

  constructor(
    private readonly store: PresenceStore,
    private readonly bus: Bus,
    private readonly presence: PresenceService,
    private readonly logger: PinoLogger,
  ) {
    logger.setContext('presence');
  }

  async onModuleInit(): Promise<void> {
    const { store } = this;
    if (!(store instanceof RedisPresenceStore)) return;
    await store.start();
    // A node that hears again has missed what the others told before, and they may not have heard of its users.
    this.bus.subscribe('presence:restored', () => {
      this.telling ??= setTimeout(() => void this.tellAgain(), GATHER);
    });
    store.onRestored(() => void this.bus.publish('presence:restored', null));
    this.bus.onRestored(() => store.restore());
  }

  async onApplicationShutdown(): Promise<void> {
    clearTimeout(this.telling);
    if (this.store instanceof RedisPresenceStore) await this.store.stop();
  }

  private async tellAgain(): Promise<void> {
    this.telling = undefined;
    try {
      await this.presence.tellAgain();
    } catch (fault) {
      this.logger.warn({ err: fault }, 'presence could not be told again');
    }
  }
}

@Module({
  imports: [UsersModule, RelationshipsModule],
  controllers: [PresenceController],
  providers: [
    { provide: PresenceStore, inject: [REDIS, PinoLogger], useFactory: openStore },
    PresenceLifecycle,
    PresenceRepository,
    PresenceService,
    PresenceCircles,
    PresenceGateway,
  ],
  exports: [PresenceService],
})
export class PresenceModule {}
