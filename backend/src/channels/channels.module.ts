import { Module } from '@nestjs/common';
import { AuditLogModule } from '../audit-log/audit-log.module.js';
import { ChannelKinds } from './channel-kinds.js';
import { ChannelNews } from './channel-news.js';
import { ChannelsController } from './channels.controller.js';
import { ChannelsRepository } from './channels.repository.js';
import { ChannelsService } from './channels.service.js';

@Module({
  imports: [AuditLogModule],
  controllers: [ChannelsController],
  providers: [ChannelsRepository, ChannelNews, ChannelsService, ChannelKinds],
  exports: [ChannelsService, ChannelKinds],
})
export class ChannelsModule {}
