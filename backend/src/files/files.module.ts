import { Module } from '@nestjs/common';
import { FileCheckRepository } from './check/file-check.repository.js';
import { FileCheckService } from './check/file-check.service.js';
import { FileNews } from './file-news.js';
import { FilesController } from './files.controller.js';
import { FilesRepository } from './files.repository.js';
import { FilesService } from './files.service.js';
import { Ffmpeg } from './media/ffmpeg/ffmpeg.js';
import { MediaTools } from './media/ffmpeg/media-tools.js';
import { Recordings } from './media/ffmpeg/recordings.js';
import { MediaService } from './media/media.service.js';
import { DocumentMaker } from './processing/makers/document-maker.js';
import { ImageMaker } from './processing/makers/image-maker.js';
import { RecordingMaker } from './processing/makers/recording-maker.js';
import { ProcessingRepository } from './processing/processing.repository.js';
import { ProcessingService } from './processing/processing.service.js';
import { RenditionsService } from './processing/renditions.service.js';
import { Workshop } from './processing/workshop.js';
import { FileAnswers } from './reading/file-answers.js';
import { FileRoomRepository } from './room/file-room.repository.js';
import { FileRoomService } from './room/file-room.service.js';
import { ScanningRepository } from './scan/scanning.repository.js';
import { ScanningService } from './scan/scanning.service.js';
import { StorageModule } from './storage/storage.module.js';
import { UploadLocker } from './uploads/upload-locker.js';
import { UploadStore } from './uploads/upload-store.js';
import { UploadsController } from './uploads/uploads.controller.js';
import { UploadsRepository } from './uploads/uploads.repository.js';
import { UploadsService } from './uploads/uploads.service.js';

@Module({
  imports: [StorageModule],
  controllers: [FilesController, UploadsController],
  providers: [
    FilesRepository,
    MediaService,
    MediaTools,
    Ffmpeg,
    Recordings,
    FilesService,
    FileAnswers,
    FileRoomRepository,
    FileRoomService,
    UploadsRepository,
    UploadsService,
    UploadStore,
    UploadLocker,
    FileNews,
    ProcessingRepository,
    ProcessingService,
    RenditionsService,
    Workshop,
    ImageMaker,
    RecordingMaker,
    DocumentMaker,
    ScanningRepository,
    ScanningService,
    FileCheckRepository,
    FileCheckService,
  ],
  exports: [MediaTools, FilesService, FileRoomService],
})
export class FilesModule {}
