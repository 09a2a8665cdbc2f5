import { Module } from '@nestjs/common';
import { AuditLogModule } from '../audit-log/audit-log.module.js';
import { MessagesModule } from '../messages/messages.module.js';
import { UsersModule } from '../users/users.module.js';
import { AnnouncementCopying } from './announcement-copying.js';
import { AnnouncementsController } from './announcements.controller.js';
import { AnnouncementsRepository } from './announcements.repository.js';
import { AnnouncementsService } from './announcements.service.js';

@Module({
  imports: [AuditLogModule, MessagesModule, UsersModule],
  controllers: [AnnouncementsController],
  providers: [AnnouncementsRepository, AnnouncementCopying, AnnouncementsService],
})
export class AnnouncementsModule {}
