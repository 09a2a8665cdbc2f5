import { Module } from '@nestjs/common';
import { AuditLogModule } from '../audit-log/audit-log.module.js';
import { ChannelsModule } from '../channels/channels.module.js';
import { ForumsController } from './forums.controller.js';
import { ForumsRepository } from './forums.repository.js';
import { ForumsService } from './forums.service.js';

@Module({
  imports: [AuditLogModule, ChannelsModule],
  controllers: [ForumsController],
  providers: [ForumsRepository, ForumsService],
})
export class ForumsModule {}
