import { Module } from '@nestjs/common';
import { AuditLogModule } from '../audit-log/audit-log.module.js';
import { ChannelsModule } from '../channels/channels.module.js';
import { MessagesModule } from '../messages/messages.module.js';
import { ReadStatesModule } from '../read-states/read-states.module.js';
import { ThreadChangesService } from './thread-changes.service.js';
import { ThreadKeeping } from './thread-keeping.js';
import { ThreadNews } from './thread-news.js';
import { ThreadOpeningService } from './thread-opening.service.js';
import { ThreadsController } from './threads.controller.js';
import { ThreadsRepository } from './threads.repository.js';
import { ThreadsService } from './threads.service.js';

@Module({
  imports: [AuditLogModule, ChannelsModule, MessagesModule, ReadStatesModule],
  controllers: [ThreadsController],
  providers: [ThreadsRepository, ThreadNews, ThreadsService, ThreadOpeningService, ThreadChangesService, ThreadKeeping],
  exports: [ThreadsService],
})
export class ThreadsModule {}
