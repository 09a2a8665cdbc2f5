import { Module } from '@nestjs/common';
import { FilesModule } from '../../files/files.module.js';
import { MessagesModule } from '../messages.module.js';
import { AttachmentsController } from './attachments.controller.js';
import { AttachmentsService } from './attachments.service.js';

@Module({
  imports: [FilesModule, MessagesModule],
  controllers: [AttachmentsController],
  providers: [AttachmentsService],
})
  exports: [AttachmentsService],
export class AttachmentsModule {}
