import { Controller } from '@nestjs/common';
import { listReceipts, listSeen, readChannel, type Input } from '@hearth/contract';
import type { Caller } from '../http/caller.js';
import { Endpoint } from '../http/endpoint.decorator.js';
import { ReadStatesService } from './read-states.service.js';

@Controller()
export class ReadStatesController {
  constructor(private readonly readStates: ReadStatesService) {}

  @Endpoint(readChannel)
  async read({ params, body }: Input<typeof readChannel>, caller: Caller) {
    await this.readStates.read(caller, params.channelId, body);
    return undefined;
  }

  @Endpoint(listReceipts)
  async receipts({ params }: Input<typeof listReceipts>, caller: Caller) {
    return { receipts: await this.readStates.receipts(caller, params.channelId) };
  }

  @Endpoint(listSeen)
  seen({ params, query }: Input<typeof listSeen>, caller: Caller) {
    return this.readStates.seenBy(caller, params.messageId, query);
  }
}
