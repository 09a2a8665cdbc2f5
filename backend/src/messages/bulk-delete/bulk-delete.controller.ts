import { Controller } from '@nestjs/common';
import { bulkDeleteMessages, type Input } from '@hearth/contract';
import type { Caller } from '../../http/caller.js';
import { Endpoint } from '../../http/endpoint.decorator.js';
import { BulkDeleteService } from './bulk-delete.service.js';

@Controller()
export class BulkDeleteController {
  constructor(private readonly bulkDelete: BulkDeleteService) {}

  @Endpoint(bulkDeleteMessages)
  remove({ params, body }: Input<typeof bulkDeleteMessages>, caller: Caller) {
    return this.bulkDelete.remove(caller, params.channelId, body);
  }
}
