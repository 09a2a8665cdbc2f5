import { Module } from '@nestjs/common';
import { AttachmentsModule } from '../messages/attachments/attachments.module.js';
import { MessagesModule } from '../messages/messages.module.js';
import { ScheduledController } from './scheduled.controller.js';
import { ScheduledRepository } from './scheduled.repository.js';
import { ScheduledService } from './scheduled.service.js';

@Module({
  imports: [AttachmentsModule, MessagesModule],
  controllers: [ScheduledController],
  providers: [ScheduledRepository, ScheduledService],
})
export class ScheduledModule {}
