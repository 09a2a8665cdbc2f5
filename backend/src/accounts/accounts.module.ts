import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { ConversationsModule } from '../conversations/conversations.module.js';
import { FilesModule } from '../files/files.module.js';
import { AttachmentsModule } from '../messages/attachments/attachments.module.js';
import { BulkDeleteModule } from '../messages/bulk-delete/bulk-delete.module.js';
import { RelationshipsModule } from '../relationships/relationships.module.js';
import { ServersModule } from '../servers/servers.module.js';
import { UsersModule } from '../users/users.module.js';
import { AccountErasure } from './account-erasure.js';
import { AccountsController } from './accounts.controller.js';
import { AccountsRepository } from './accounts.repository.js';
import { AccountsService } from './accounts.service.js';

@Module({
  imports: [
    AuthModule,
    UsersModule,
    ServersModule,
    ConversationsModule,
    RelationshipsModule,
    AttachmentsModule,
    BulkDeleteModule,
    FilesModule,
  ],
  controllers: [AccountsController],
  providers: [AccountsRepository, AccountErasure, AccountsService],
})
export class AccountsModule {}
