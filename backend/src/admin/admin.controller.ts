import { Controller } from '@nestjs/common';
import {
  deleteAdminFile,
  deleteJob,
  getAdminSettings,
  getAdminStorage,
  listAdminFiles,
  listAdminLog,
  listJobs,
  retryJob,
  updateAdminSettings,
  type Input,
} from '@hearth/contract';
import type { Caller } from '../http/caller.js';
import { Endpoint } from '../http/endpoint.decorator.js';
import { AdminFilesService } from './files/admin-files.service.js';
import { AdminJobsService } from './jobs/admin-jobs.service.js';
import { AdminLogService } from './log/admin-log.service.js';
import { AdminSettingsService } from './settings/admin-settings.service.js';
import { AdminStorageService } from './storage/admin-storage.service.js';

@Controller()
export class AdminController {
  constructor(
    private readonly settings: AdminSettingsService,
    private readonly storage: AdminStorageService,
    private readonly files: AdminFilesService,
    private readonly jobs: AdminJobsService,
    private readonly log: AdminLogService,
  ) {}

  @Endpoint(getAdminSettings)
  getSettings() {
    return this.settings.get();
  }

  @Endpoint(updateAdminSettings)
  updateSettings({ body }: Input<typeof updateAdminSettings>, caller: Caller) {
    return this.settings.update(caller, body);
  }

  @Endpoint(getAdminStorage)
  getStorage() {
    return this.storage.overview();
  }

  @Endpoint(listAdminFiles)
  listFiles({ query }: Input<typeof listAdminFiles>) {
    return this.files.list(query);
  }

  @Endpoint(deleteAdminFile)
  async deleteFile({ params }: Input<typeof deleteAdminFile>, caller: Caller) {
    await this.files.remove(caller, params.fileId);
    return undefined;
  }

  @Endpoint(listJobs)
  async listJobs() {
    return { queues: await this.jobs.list() };
  }

  @Endpoint(retryJob)
  async retryJob({ params }: Input<typeof retryJob>, caller: Caller) {
    await this.jobs.retry(caller, params.queue, params.jobId);
    return undefined;
  }

  @Endpoint(deleteJob)
  async deleteJob({ params }: Input<typeof deleteJob>, caller: Caller) {
    await this.jobs.remove(caller, params.queue, params.jobId);
    return undefined;
  }

  @Endpoint(listAdminLog)
  listLog({ query }: Input<typeof listAdminLog>) {
    return this.log.list(query.cursor, query.limit);
  }
}
