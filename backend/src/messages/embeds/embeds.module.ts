import { Module } from '@nestjs/common';
import { MessagesModule } from '../messages.module.js';
import { EmbedsController } from './embeds.controller.js';
import { EmbedsRepository } from './embeds.repository.js';
import { EmbedsService } from './embeds.service.js';

@Module({
  imports: [MessagesModule],
  controllers: [EmbedsController],
  providers: [EmbedsRepository, EmbedsService],
  exports: [EmbedsService],
})
export class EmbedsModule {}
