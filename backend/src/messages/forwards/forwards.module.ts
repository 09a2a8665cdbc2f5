import { Module } from '@nestjs/common';
import { MessagesModule } from '../messages.module.js';
import { ForwardsController } from './forwards.controller.js';
import { ForwardsService } from './forwards.service.js';

@Module({ imports: [MessagesModule], controllers: [ForwardsController], providers: [ForwardsService] })
export class ForwardsModule {}
