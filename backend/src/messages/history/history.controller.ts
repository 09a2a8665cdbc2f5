import { Controller } from '@nestjs/common';
import { listEdits, type Input } from '@hearth/contract';
import type { Caller } from '../../http/caller.js';
import { Endpoint } from '../../http/endpoint.decorator.js';
import { HistoryService } from './history.service.js';

@Controller()
export class HistoryController {
  constructor(private readonly history: HistoryService) {}

  @Endpoint(listEdits)
  list({ params, query }: Input<typeof listEdits>, caller: Caller) {
    return this.history.list(caller, params.messageId, query);
  }
}
