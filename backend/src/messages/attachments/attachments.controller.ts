import { Controller } from '@nestjs/common';
import { removeAttachment, updateAttachment, type Input } from '@hearth/contract';
import type { Caller } from '../../http/caller.js';
import { Endpoint } from '../../http/endpoint.decorator.js';
import { AttachmentsService } from './attachments.service.js';

@Controller()
export class AttachmentsController {
  constructor(private readonly attachments: AttachmentsService) {}

  @Endpoint(updateAttachment)
  update({ params, body }: Input<typeof updateAttachment>, caller: Caller) {
    return this.attachments.update(caller, params.attachmentId, body);
  }

  @Endpoint(removeAttachment)
  remove({ params, query }: Input<typeof removeAttachment>, caller: Caller) {
    return this.attachments.remove(caller, params.messageId, params.fileId, query.reason);
  }
}
