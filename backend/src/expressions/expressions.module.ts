import { Module } from '@nestjs/common';
import { AuditLogModule } from '../audit-log/audit-log.module.js';
import { FilesModule } from '../files/files.module.js';
import { ExpressionsController } from './expressions.controller.js';
import { ExpressionsRepository } from './expressions.repository.js';
import { ExpressionsService } from './expressions.service.js';

@Module({
  imports: [AuditLogModule, FilesModule],
  controllers: [ExpressionsController],
  providers: [ExpressionsRepository, ExpressionsService],
  exports: [ExpressionsService],
})
export class ExpressionsModule {}
