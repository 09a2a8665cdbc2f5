import { statfs } from 'node:fs/promises';
import path from 'node:path';
import { Injectable } from '@nestjs/common';
import { limits, type AdminStorage } from '@hearth/contract';
import { AppConfig } from '../../config/app-config.js';
import { FilesService } from '../../files/files.service.js';
import { UsersService } from '../../users/users.service.js';
import { AdminStorageRepository, type Owner } from './admin-storage.repository.js';

/** What files take, and where they are. */
@Injectable()
export class AdminStorageService {
  constructor(
    private readonly repository: AdminStorageRepository,
    private readonly files: FilesService,
    private readonly users: UsersService,
    private readonly config: AppConfig,
  ) {}

  async overview(): Promise<AdminStorage> {
    const [store, tools, totals, kinds, users, servers] = await Promise.all([
      this.store(),
      this.files.toolStates(),
      this.repository.totals(),
      this.repository.kinds(),
      this.repository.users(limits.biggestOwners).then((owners) => this.named(owners)),
      this.repository.servers(limits.biggestOwners),
    ]);
    const sum = (name: 'bytes' | 'count') => kinds.reduce((all, kind) => all + kind[name], 0);
    return { store, tools, bytes: sum('bytes'), count: sum('count'), kinds, users, servers, ...totals };
  }

  private async store(): Promise<AdminStorage['store']> {
    const { s3, dataDir } = this.config;
    const isUp = await this.files.probe().then(
      () => true,
      () => false,
    );
    if (s3) return { driver: 's3', place: `${s3.bucket} (${s3.endpoint})`, isUp, freeBytes: null, totalBytes: null };
    const { bavail, blocks, bsize } = await statfs(dataDir);
    return { driver: 'folder', place: path.join(dataDir, 'files'), isUp, freeBytes: bavail * bsize, totalBytes: blocks * bsize };
  }

  private async named(owners: Owner[]): Promise<AdminStorage['users']> {
    const people = await this.users.summaries(owners.map(({ userId }) => userId));
    return owners.flatMap(({ userId, ...usage }) => {
      const user = people.get(userId);
      return user ? [{ user, ...usage }] : [];
    });
  }
}
