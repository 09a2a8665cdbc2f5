import { Global, Module } from '@nestjs/common';
import { DueWork } from './due-work.js';
import { JobsService } from './jobs.service.js';

@Global()
@Module({ providers: [JobsService, DueWork], exports: [JobsService, DueWork] })
export class JobsModule {}
