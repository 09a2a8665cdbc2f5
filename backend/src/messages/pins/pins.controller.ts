import { Controller } from '@nestjs/common';
import { listPins, pinMessage, unpinMessage, type Input } from '@hearth/contract';
import type { Caller } from '../../http/caller.js';
import { Endpoint } from '../../http/endpoint.decorator.js';
import { PinsService } from './pins.service.js';

@Controller()
export class PinsController {
  constructor(private readonly pins: PinsService) {}

  @Endpoint(pinMessage)
  pin({ params, query }: Input<typeof pinMessage>, caller: Caller) {
    return this.pins.pin(caller, params.messageId, query.reason);
  }

  @Endpoint(unpinMessage)
  unpin({ params, query }: Input<typeof unpinMessage>, caller: Caller) {
    return this.pins.unpin(caller, params.messageId, query.reason);
  }

  @Endpoint(listPins)
  list({ params, query }: Input<typeof listPins>, caller: Caller) {
    return this.pins.list(caller, params.channelId, query);
  }
}
