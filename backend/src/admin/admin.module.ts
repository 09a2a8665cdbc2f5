import { Module } from '@nestjs/common';
import { FilesModule } from '../files/files.module.js';
import { AttachmentsModule } from '../messages/attachments/attachments.module.js';
import { UsersModule } from '../users/users.module.js';
import { AdminController } from './admin.controller.js';
import { AdminFilesRepository } from './files/admin-files.repository.js';
import { AdminFilesService } from './files/admin-files.service.js';
import { AdminJobsService } from './jobs/admin-jobs.service.js';
import { AdminLogRepository } from './log/admin-log.repository.js';
import { AdminLogService } from './log/admin-log.service.js';
import { AdminSettingsRepository } from './settings/admin-settings.repository.js';
import { AdminSettingsService } from './settings/admin-settings.service.js';
import { AdminStorageRepository } from './storage/admin-storage.repository.js';
import { AdminStorageService } from './storage/admin-storage.service.js';

/** What those who run the installation see and set. Who they are is asked in `AccessGuard`, since their routes say that they are theirs. */
@Module({
  imports: [AttachmentsModule, FilesModule, UsersModule],
  controllers: [AdminController],
  providers: [
    AdminLogRepository,
    AdminLogService,
    AdminSettingsRepository,
    AdminSettingsService,
    AdminStorageRepository,
    AdminStorageService,
    AdminFilesRepository,
    AdminFilesService,
    AdminJobsService,
  ],
})
export class AdminModule {}
