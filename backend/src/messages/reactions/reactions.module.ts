import { Module } from '@nestjs/common';
import { ExpressionsModule } from '../../expressions/expressions.module.js';
import { MessagesModule } from '../messages.module.js';
import { ReactionsController } from './reactions.controller.js';
import { ReactionsGateway } from './reactions.gateway.js';
import { ReactionsRepository } from './reactions.repository.js';
import { ReactionsService } from './reactions.service.js';

@Module({
  imports: [ExpressionsModule, MessagesModule],
  controllers: [ReactionsController],
  providers: [ReactionsRepository, ReactionsService, ReactionsGateway],
})
export class ReactionsModule {}
