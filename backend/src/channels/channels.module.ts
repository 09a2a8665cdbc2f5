import { Module } from '@nestjs/common';
import { ChannelKinds } from './channel-kinds.js';
import { ChannelsController } from './channels.controller.js';
import { ChannelsRepository } from './channels.repository.js';
import { ChannelsService } from './channels.service.js';

@Module({
  controllers: [ChannelsController],
  providers: [ChannelsRepository, ChannelsService, ChannelKinds],
  exports: [ChannelsService, ChannelKinds],
})
export class ChannelsModule {}
