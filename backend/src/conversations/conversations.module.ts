import { Module } from '@nestjs/common';
import { ChannelsModule } from '../channels/channels.module.js';
import { MessagesModule } from '../messages/messages.module.js';
import { ReadStatesModule } from '../read-states/read-states.module.js';
import { RelationshipsModule } from '../relationships/relationships.module.js';
import { UsersModule } from '../users/users.module.js';
import { ConversationsController } from './conversations.controller.js';
import { ConversationsRepository } from './conversations.repository.js';
import { ConversationsService } from './conversations.service.js';
import { FirstMessagesService } from './first-messages.service.js';
import { GroupsService } from './groups/groups.service.js';

@Module({
  imports: [RelationshipsModule, UsersModule, ChannelsModule, MessagesModule, ReadStatesModule],
  controllers: [ConversationsController],
  providers: [ConversationsRepository, ConversationsService, FirstMessagesService, GroupsService],
  exports: [ConversationsService, GroupsService],
})
export class ConversationsModule {}
