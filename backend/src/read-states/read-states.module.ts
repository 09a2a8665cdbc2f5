import { Module } from '@nestjs/common';
import { MessagesModule } from '../messages/messages.module.js';
import { ReadStatesController } from './read-states.controller.js';
import { ReadStatesGateway } from './read-states.gateway.js';
import { ReadStatesRepository } from './read-states.repository.js';
import { ReadStatesService } from './read-states.service.js';

@Module({
  imports: [MessagesModule],
  controllers: [ReadStatesController],
  providers: [ReadStatesRepository, ReadStatesService, ReadStatesGateway],
  exports: [ReadStatesService],
})
export class ReadStatesModule {}
