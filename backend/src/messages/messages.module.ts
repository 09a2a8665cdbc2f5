import { Module } from '@nestjs/common';
import { AuditLogModule } from '../audit-log/audit-log.module.js';
import { CopiesRepository } from './copies/copies.repository.js';
import { CopiesService } from './copies/copies.service.js';
import { MessageGuards } from './message-guards.js';
import { MessageStore } from './message-store.js';
import { MessagesController } from './messages.controller.js';
import { MessagesGateway } from './messages.gateway.js';
import { MessagesRepository } from './messages.repository.js';
import { MessagesService } from './messages.service.js';
import { SlowmodeService } from './slowmode.service.js';

@Module({
  imports: [AuditLogModule],
  controllers: [MessagesController],
  providers: [
    MessagesRepository,
    MessageGuards,
    MessageStore,
    MessagesService,
    SlowmodeService,
    CopiesRepository,
    CopiesService,
    MessagesGateway,
  ],
  exports: [MessagesService, SlowmodeService, CopiesService],
})
export class MessagesModule {}
