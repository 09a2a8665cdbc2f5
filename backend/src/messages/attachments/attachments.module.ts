import { Module } from '@nestjs/common';
import { AuditLogModule } from '../../audit-log/audit-log.module.js';
import { FilesModule } from '../../files/files.module.js';
import { MessagesModule } from '../messages.module.js';
import { AttachmentsController } from './attachments.controller.js';
import { AttachmentsService } from './attachments.service.js';

@Module({
  imports: [AuditLogModule, FilesModule, MessagesModule],
  controllers: [AttachmentsController],
  providers: [AttachmentsService],
  exports: [AttachmentsService],
})
export class AttachmentsModule {}
