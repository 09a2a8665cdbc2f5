import { Module, type DynamicModule } from '@nestjs/common';
import { AccountsModule } from './accounts/accounts.module.js';
import { AdminModule } from './admin/admin.module.js';
import { AnnouncementsModule } from './announcements/announcements.module.js';
import { AuditLogModule } from './audit-log/audit-log.module.js';
import { AuthModule } from './auth/auth.module.js';
import { AutoModModule } from './automod/automod.module.js';
import type { Boot } from './boot/boot.js';
import { ChannelsModule } from './channels/channels.module.js';
import { OverwritesModule } from './channels/overwrites/overwrites.module.js';
import { ClusterModule } from './cluster/cluster.module.js';
import { ConfigModule } from './config/config.module.js';
import { ConversationsModule } from './conversations/conversations.module.js';
import { DatabaseModule } from './database/database.module.js';
import { DemoModule } from './demo/demo.module.js';
import { DraftsModule } from './drafts/drafts.module.js';
import { ExpressionsModule } from './expressions/expressions.module.js';
import { FilesModule } from './files/files.module.js';
import { ForumsModule } from './forums/forums.module.js';
import { HealthModule } from './health/health.module.js';
import { HttpModule } from './http/http.module.js';
import { JobsModule } from './jobs/jobs.module.js';
import { loggingModule, QuietLogger } from './logging.js';
import { AttachmentsModule } from './messages/attachments/attachments.module.js';
import { BulkDeleteModule } from './messages/bulk-delete/bulk-delete.module.js';
import { BansModule } from './servers/bans/bans.module.js';
import { MembersModule } from './servers/members/members.module.js';
import { IncidentsModule } from './moderation/incidents/incidents.module.js';
import { OwnershipModule } from './moderation/ownership/ownership.module.js';
import { ReportsModule } from './moderation/reports/reports.module.js';
import { ScreeningModule } from './servers/screening/screening.module.js';
import { MemberListModule } from './member-list/member-list.module.js';
import { ForwardsModule } from './messages/forwards/forwards.module.js';
import { GalleryModule } from './messages/gallery/gallery.module.js';
import { HistoryModule } from './messages/history/history.module.js';
import { InboxModule } from './messages/inbox/inbox.module.js';
import { MarksModule } from './messages/marks/marks.module.js';
import { MessagesModule } from './messages/messages.module.js';
import { PinsModule } from './messages/pins/pins.module.js';
import { PollsModule } from './messages/polls/polls.module.js';
import { ReactionsModule } from './messages/reactions/reactions.module.js';
import { StorageUseModule } from './messages/storage-use/storage-use.module.js';
import { PermissionsModule } from './permissions/permissions.module.js';
import { PreviewsModule } from './previews/previews.module.js';
import { PicturesModule } from './pictures/pictures.module.js';
import { PresenceModule } from './presence/presence.module.js';
import { ReadStatesModule } from './read-states/read-states.module.js';
import { RealtimeModule } from './realtime/realtime.module.js';
import { RelationshipsModule } from './relationships/relationships.module.js';
import { RemindersModule } from './reminders/reminders.module.js';
import { ScheduledModule } from './scheduled/scheduled.module.js';
import { RolesModule } from './servers/roles/roles.module.js';
import { SearchModule } from './search/search.module.js';
import { ServersModule } from './servers/servers.module.js';
import { SyncModule } from './sync/sync.module.js';
import { ThreadsModule } from './threads/threads.module.js';
import { TypingModule } from './typing/typing.module.js';
import { UsersModule } from './users/users.module.js';

@Module({})
export class AppModule {
  static for({ config, secrets, databaseUrl }: Boot): DynamicModule {
    const base = [
      loggingModule(config),
      ConfigModule.forRoot(config, secrets),
      DatabaseModule.forRoot(databaseUrl),
      ClusterModule,
      HttpModule,
      JobsModule,
      RealtimeModule,
      PermissionsModule,
    ];
    const features = [
      AuthModule,
      UsersModule,
      RelationshipsModule,
      AuditLogModule,
      ServersModule,
      MembersModule,
      BansModule,
      ScreeningModule,
      RolesModule,
      FilesModule,
      ExpressionsModule,
      PicturesModule,
      ChannelsModule,
      OverwritesModule,
      MessagesModule,
      AttachmentsModule,
      BulkDeleteModule,
      GalleryModule,
      StorageUseModule,
      ForwardsModule,
      PinsModule,
      MarksModule,
      HistoryModule,
      InboxModule,
      PreviewsModule,
      ReactionsModule,
      PollsModule,
      ReportsModule,
      IncidentsModule,
      OwnershipModule,
      AutoModModule,
      ThreadsModule,
      ForumsModule,
      AnnouncementsModule,
      ReadStatesModule,
      ConversationsModule,
      DraftsModule,
      ScheduledModule,
      RemindersModule,
      PresenceModule,
      MemberListModule,
      SearchModule,
      TypingModule,
      SyncModule,
      AccountsModule,
      AdminModule,
      HealthModule,
      DemoModule,
    ];
    return { module: AppModule, imports: [...base, ...features], providers: [QuietLogger], exports: [QuietLogger] };
  }
}
