import { Module, type DynamicModule } from '@nestjs/common';
import { DatabaseUrl } from './database-url.js';
import { PrismaService } from './prisma.service.js';
import { Snowflakes } from './snowflakes.js';
import { WorkerLeases } from './worker-leases.js';
import { WorkerLeasesRepository } from './worker-leases.repository.js';

@Module({})
export class DatabaseModule {
  /** @param url of a database that has all migrations */
  static forRoot(url: string): DynamicModule {
    return {
      module: DatabaseModule,
      global: true,
      providers: [
        { provide: DatabaseUrl, useValue: new DatabaseUrl(url) },
        PrismaService,
        WorkerLeasesRepository,
        WorkerLeases,
        Snowflakes,
      ],
      exports: [DatabaseUrl, PrismaService, Snowflakes],
    };
  }
}
