import { Module } from '@nestjs/common';
import { MessageGuards } from './message-guards.js';
import { MessageStore } from './message-store.js';
import { MessagesController } from './messages.controller.js';
import { MessagesGateway } from './messages.gateway.js';
import { MessagesRepository } from './messages.repository.js';
import { MessagesService } from './messages.service.js';
import { SlowmodeService } from './slowmode.service.js';

@Module({
  controllers: [MessagesController],
  providers: [MessagesRepository, MessageGuards, MessageStore, MessagesService, SlowmodeService, MessagesGateway],
  exports: [MessagesService, SlowmodeService],
})
export class MessagesModule {}
