import { Injectable } from '@nestjs/common';
import type { AdminSettings } from '@hearth/contract';
import { changesBetween } from '../../audit-log/audit-log.service.js';
import type { Caller } from '../../http/caller.js';
import { AdminLogService } from '../log/admin-log.service.js';
import { AdminSettingsRepository } from './admin-settings.repository.js';

@Injectable()
export class AdminSettingsService {
  constructor(
    private readonly repository: AdminSettingsRepository,
    private readonly log: AdminLogService,
  ) {}

  get(): Promise<AdminSettings> {
    return this.repository.get();
  }

  /** Holds for whatever begins from now on: each upload asks the database. */
  update(caller: Caller, change: { [K in keyof AdminSettings]?: AdminSettings[K] | undefined }): Promise<AdminSettings> {
    return this.repository.update(change, async (transaction, before, after) => {
      const changes = changesBetween({ ...before }, { ...after });
      if (changes.length > 0) await this.log.record(caller, { action: 'SETTINGS_UPDATE', changes }, transaction);
    });
  }
}
