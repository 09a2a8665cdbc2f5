import { Module } from '@nestjs/common';
import { AuditLogModule } from '../../audit-log/audit-log.module.js';
import { BansModule } from '../../servers/bans/bans.module.js';
import { MessagesModule } from '../messages.module.js';
import { BanPurge } from './ban-purge.js';
import { BulkDeleteController } from './bulk-delete.controller.js';
import { BulkDeleteRepository } from './bulk-delete.repository.js';
import { BulkDeleteService } from './bulk-delete.service.js';
import { RemovalsService } from './removals.service.js';

@Module({
  imports: [MessagesModule, BansModule, AuditLogModule],
  controllers: [BulkDeleteController],
  providers: [BulkDeleteRepository, RemovalsService, BulkDeleteService, BanPurge],
  exports: [RemovalsService],
})
export class BulkDeleteModule {}
