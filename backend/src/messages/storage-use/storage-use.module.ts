import { Module } from '@nestjs/common';
import { AttachmentsModule } from '../attachments/attachments.module.js';
import { MessagesModule } from '../messages.module.js';
import { OwnStorageService } from './own-storage.service.js';
import { ServerStorageService } from './server-storage.service.js';
import { StorageUseController } from './storage-use.controller.js';
import { StorageUseRepository } from './storage-use.repository.js';

@Module({
  imports: [MessagesModule, AttachmentsModule],
  controllers: [StorageUseController],
  providers: [StorageUseRepository, OwnStorageService, ServerStorageService],
})
export class StorageUseModule {}
