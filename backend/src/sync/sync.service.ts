import { Injectable, type OnModuleInit } from '@nestjs/common';
import { limits, type Ready } from '@hearth/contract';
import type { Caller } from '../http/caller.js';
import { ConversationsService } from '../conversations/conversations.service.js';
import { InboxService } from '../messages/inbox/inbox.service.js';
import { DraftsService } from '../drafts/drafts.service.js';
import { PresenceService } from '../presence/presence.service.js';
import { ReadStatesService } from '../read-states/read-states.service.js';
import { RealtimeRegistry } from '../realtime/realtime-ports.js';
import { RelationshipsService } from '../relationships/relationships.service.js';
import { ServersService } from '../servers/servers.service.js';
import { ThreadsService } from '../threads/threads.service.js';
import { UsersService } from '../users/users.service.js';

/** Composes `ready`: everything that a client needs after connecting. */
@Injectable()
export class SyncService implements OnModuleInit {
  constructor(
    private readonly users: UsersService,
    private readonly servers: ServersService,
    private readonly threads: ThreadsService,
    private readonly readStates: ReadStatesService,
    private readonly inbox: InboxService,
    private readonly presence: PresenceService,
    private readonly relationships: RelationshipsService,
    private readonly conversations: ConversationsService,
    private readonly drafts: DraftsService,
    private readonly registry: RealtimeRegistry,
  ) {}

  onModuleInit(): void {
    this.registry.fill({ ready: (caller) => this.ready(caller) });
  }

  private async ready(caller: Caller): Promise<Ready> {
    const [user, settings, servers, threads, presences, relationships, { conversations }, drafts] = await Promise.all([
      this.users.me(caller),
      this.users.settings(caller),
      this.servers.joined(caller),
      this.threads.joined(caller),
      this.presence.around(caller.userId),
      this.relationships.list(caller),
      this.conversations.list(caller, { limit: limits.readyConversations }),
      this.drafts.list(caller, limits.readyDrafts),
    ]);
    const seen = new Set([...servers.flatMap(({ channels }) => channels), ...threads].map(({ id }) => id));
    const isSeen = (channelId: string) => seen.has(channelId);
    const [readStates, mentions] = await Promise.all([
      this.readStates.ofUser(caller.userId, isSeen),
      this.inbox.unread(caller.userId, isSeen),
    ]);
    return {
      user,
      sessionId: caller.sessionId,
      servers,
      threads,
      readStates,
      mentions,
      presences,
      relationships,
      conversations,
      drafts,
      settings,
    };
  }
}
