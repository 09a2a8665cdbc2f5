import { Module } from '@nestjs/common';
import { MessagesModule } from '../messages.module.js';
import { HistoryController } from './history.controller.js';
import { HistoryRepository } from './history.repository.js';
import { HistoryService } from './history.service.js';

@Module({ imports: [MessagesModule], controllers: [HistoryController], providers: [HistoryRepository, HistoryService] })
export class HistoryModule {}
