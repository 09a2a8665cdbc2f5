import { Module } from '@nestjs/common';
import { FilesController } from './files.controller.js';
import { FilesRepository } from './files.repository.js';
import { FilesService } from './files.service.js';
import { MediaService } from './media/media.service.js';
import { StorageModule } from './storage/storage.module.js';
import { UploadLocker } from './uploads/upload-locker.js';
import { UploadStore } from './uploads/upload-store.js';
import { UploadsController } from './uploads/uploads.controller.js';
import { UploadsRepository } from './uploads/uploads.repository.js';
import { UploadsService } from './uploads/uploads.service.js';

@Module({
  imports: [StorageModule],
  controllers: [FilesController, UploadsController],
  providers: [FilesRepository, MediaService, FilesService, UploadsRepository, UploadsService, UploadStore, UploadLocker],
  exports: [FilesService],
})
export class FilesModule {}
