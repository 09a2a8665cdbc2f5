import { Module } from '@nestjs/common';
import { AuditLogModule } from '../audit-log/audit-log.module.js';
import { ExpressionsModule } from '../expressions/expressions.module.js';
import { FilesModule } from '../files/files.module.js';
import { AttachmentsRepository } from './attachments/attachments.repository.js';
import { CopiesRepository } from './copies/copies.repository.js';
import { CopiesService } from './copies/copies.service.js';
import { MentionsRepository } from './mentions.repository.js';
import { MessageAssembler } from './message-assembler.js';
import { MessageChanges } from './message-changes.js';
import { MessageContextRepository } from './message-context.repository.js';
import { MessageGuards } from './message-guards.js';
import { MessageLanes } from './message-lanes.js';
import { MessageNews } from './message-news.js';
import { MessagePreparation } from './message-preparation.js';
import { MessageStore } from './message-store.js';
import { MessagesController } from './messages.controller.js';
import { MessagesGateway } from './messages.gateway.js';
import { MessagesRepository } from './messages.repository.js';
import { MessagesService } from './messages.service.js';
import { SlowmodeService } from './slowmode.service.js';

@Module({
  imports: [AuditLogModule, ExpressionsModule, FilesModule],
  controllers: [MessagesController],
  providers: [
    MessagesRepository,
    MessageContextRepository,
    MentionsRepository,
    AttachmentsRepository,
    MessageAssembler,
    MessageNews,
    MessageGuards,
    MessagePreparation,
    MessageStore,
    MessageLanes,
    MessageChanges,
    MessagesService,
    SlowmodeService,
    CopiesRepository,
    CopiesService,
    MessagesGateway,
  ],
  exports: [
    MessagesService,
    MessageAssembler,
    MessageChanges,
    MessageNews,
    MessagePreparation,
    SlowmodeService,
    CopiesService,
    AttachmentsRepository,
  ],
})
export class MessagesModule {}
