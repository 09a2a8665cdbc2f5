import { Module } from '@nestjs/common';
import { AuditLogModule } from '../audit-log/audit-log.module.js';
import { REDIS } from '../cluster/cluster.module.js';
import type { RedisConnections } from '../cluster/redis-connections.js';
import { MessagesModule } from '../messages/messages.module.js';
import { ScreeningModule } from '../servers/screening/screening.module.js';
import { ServersModule } from '../servers/servers.module.js';
import { UsersModule } from '../users/users.module.js';
import { AutoModController } from './automod.controller.js';
import { AutoModRepository } from './automod.repository.js';
import { AutoModService } from './automod.service.js';
import { LocalWindowCounter } from './counters/local-window-counter.js';
import { RedisWindowCounter } from './counters/redis-window-counter.js';
import { WindowCounter } from './counters/window-counter.js';
import { Enforcement } from './enforcement.js';
import { MessageCheck } from './message-check.js';
import { RaidsRepository } from './raids/raids.repository.js';
import { RaidsService } from './raids/raids.service.js';
import { RuleCache } from './rule-cache.js';
import { Timeouts } from './timeouts.js';

@Module({
  imports: [AuditLogModule, MessagesModule, ScreeningModule, ServersModule, UsersModule],
  controllers: [AutoModController],
  providers: [
    {
      provide: WindowCounter,
      inject: [REDIS],
      useFactory: (redis: RedisConnections | null) => (redis ? new RedisWindowCounter(redis.commands) : new LocalWindowCounter()),
    },
    ...[AutoModRepository, RuleCache, AutoModService, MessageCheck, Enforcement, Timeouts, RaidsRepository, RaidsService],
  ],
})
export class AutoModModule {}
