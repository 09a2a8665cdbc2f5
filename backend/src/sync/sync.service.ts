import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Ready } from '@hearth/contract';
import type { Caller } from '../http/caller.js';
import { PresenceService } from '../presence/presence.service.js';
import { ReadStatesService } from '../read-states/read-states.service.js';
import { RealtimeRegistry } from '../realtime/realtime-ports.js';
import { ServersService } from '../servers/servers.service.js';
import { UsersService } from '../users/users.service.js';
import { SyncRepository } from './sync.repository.js';

/** Composes `ready`: everything that a client needs after connecting. */
@Injectable()
export class SyncService implements OnModuleInit {
  constructor(
    private readonly users: UsersService,
    private readonly servers: ServersService,
    private readonly readStates: ReadStatesService,
    private readonly presence: PresenceService,
    private readonly repository: SyncRepository,
    private readonly registry: RealtimeRegistry,
  ) {}

  onModuleInit(): void {
    this.registry.fill({ ready: (caller) => this.ready(caller) });
  }

  private async ready(caller: Caller): Promise<Ready> {
    const [user, settings, servers, readStates, presences] = await Promise.all([
      this.users.me(caller),
      this.users.settings(caller),
      this.servers.joined(caller),
      this.readStates.ofUser(caller.userId),
      this.presences(caller),
    ]);
    return { user, sessionId: caller.sessionId, servers, readStates, presences, settings };
  }

  private async presences({ userId }: Caller) {
    return this.presence.present(await this.repository.peopleInServersOf(userId));
  }
}
