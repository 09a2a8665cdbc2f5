import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { EventDispatcher } from './event-dispatcher.js';
import { LocalSockets } from './local-sockets.js';
import { Publisher } from './publisher.js';
import { RealtimeRegistry } from './realtime-ports.js';
import { RealtimeGateway } from './realtime.gateway.js';
import { SessionEndings } from './session-endings.js';
import { SlowClients } from './slow-clients.js';

@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [RealtimeRegistry, EventDispatcher, LocalSockets, Publisher, RealtimeGateway, SessionEndings, SlowClients],
  exports: [RealtimeRegistry, LocalSockets, Publisher],
})
export class RealtimeModule {}
