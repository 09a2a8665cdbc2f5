import path from 'node:path';
import { Module } from '@nestjs/common';
import { AppConfig } from '../config/app-config.js';
import { FilesController } from './files.controller.js';
import { FilesRepository } from './files.repository.js';
import { FilesService } from './files.service.js';
import { MediaService } from './media/media.service.js';
import { FileStore } from './storage/file-store.js';
import { FolderStore } from './storage/folder-store.js';
import { UploadLocker } from './uploads/upload-locker.js';
import { UploadStore } from './uploads/upload-store.js';
import { UploadsController } from './uploads/uploads.controller.js';
import { UploadsRepository } from './uploads/uploads.repository.js';
import { UploadsService } from './uploads/uploads.service.js';

const store = {
  provide: FileStore,
  inject: [AppConfig],
  useFactory: ({ dataDir }: AppConfig) => new FolderStore(path.join(dataDir, 'files')),
};

@Module({
  controllers: [FilesController, UploadsController],
  providers: [store, FilesRepository, MediaService, FilesService, UploadsRepository, UploadsService, UploadStore, UploadLocker],
  exports: [FilesService],
})
export class FilesModule {}
