import { Module } from '@nestjs/common';
import { MessagesModule } from '../messages.module.js';
import { MarksController } from './marks.controller.js';
import { MarksRepository } from './marks.repository.js';
import { MarksService } from './marks.service.js';

@Module({ imports: [MessagesModule], controllers: [MarksController], providers: [MarksRepository, MarksService] })
export class MarksModule {}
