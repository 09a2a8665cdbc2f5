import { Module } from '@nestjs/common';
import { ConversationsModule } from '../conversations/conversations.module.js';
import { InboxModule } from '../messages/inbox/inbox.module.js';
import { DraftsModule } from '../drafts/drafts.module.js';
import { PresenceModule } from '../presence/presence.module.js';
import { ReadStatesModule } from '../read-states/read-states.module.js';
import { RelationshipsModule } from '../relationships/relationships.module.js';
import { ServersModule } from '../servers/servers.module.js';
import { ThreadsModule } from '../threads/threads.module.js';
import { UsersModule } from '../users/users.module.js';
import { ChannelVersions } from './channel-versions.js';
import { Snapshots } from './snapshots.js';
import { SyncRepository } from './sync.repository.js';
import { SyncService } from './sync.service.js';

@Module({
  imports: [
    ConversationsModule,
    DraftsModule,
    InboxModule,
    UsersModule,
    RelationshipsModule,
    ServersModule,
    ThreadsModule,
    ReadStatesModule,
    PresenceModule,
  ],
  providers: [SyncRepository, SyncService, Snapshots, ChannelVersions],
})
export class SyncModule {}
