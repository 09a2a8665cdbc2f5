import { Module } from '@nestjs/common';
import { MessagesModule } from '../messages.module.js';
import { PollEndings } from './poll-endings.js';
import { PollsController } from './polls.controller.js';
import { PollsRepository } from './polls.repository.js';
import { PollsService } from './polls.service.js';

@Module({
  imports: [MessagesModule],
  controllers: [PollsController],
  providers: [PollsRepository, PollEndings, PollsService],
})
export class PollsModule {}
