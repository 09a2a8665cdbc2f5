import path from 'node:path';
import { Injectable, Module, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { AppConfig } from '../../config/app-config.js';
import { FileStore } from './file-store.js';
import { FolderStore } from './folder-store.js';

@Injectable()
class StorageLifecycle implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(
    private readonly store: FileStore,
    private readonly logger: PinoLogger,
  ) {
    logger.setContext('storage');
  }

  /** Hearth starts without its storage as well: what needs no files works, and the rest says that it is away. */
  onApplicationBootstrap(): void {
    this.store.probe().catch((fault: unknown) => this.logger.error({ err: fault }, 'the storage of files cannot be used'));
  }

  onApplicationShutdown(): void {
    this.store.close();
  }
}

async function open({ s3, dataDir }: AppConfig, logger: PinoLogger): Promise<FileStore> {
  logger.setContext('storage');
  if (!s3) {
    return new FolderStore(path.join(dataDir, 'files'), { warn: (fault, what) => logger.warn({ reason: String(fault) }, what) });
  }
  // Its client takes a while to load, and few have an S3.
  const { S3Store } = await import('./s3/s3-store.js');
  return new S3Store(s3, { warn: (fault, what) => logger.warn({ err: fault }, what) });
}

/** The store of files by configuration: S3 where there is one, else a folder. */
@Module({
  providers: [{ provide: FileStore, inject: [AppConfig, PinoLogger], useFactory: open }, StorageLifecycle],
  exports: [FileStore],
})
export class StorageModule {}
