import { Controller } from '@nestjs/common';
import { forwardMessage, type Input } from '@hearth/contract';
import type { Caller, Exchange } from '../../http/caller.js';
import { Endpoint } from '../../http/endpoint.decorator.js';
import { requestIdOf } from '../../http/request-id.js';
import { ForwardsService } from './forwards.service.js';

@Controller()
export class ForwardsController {
  constructor(private readonly forwards: ForwardsService) {}

  @Endpoint(forwardMessage)
  async forward({ params, body }: Input<typeof forwardMessage>, caller: Caller, { request }: Exchange) {
    return { results: await this.forwards.forward(caller, params.messageId, body, requestIdOf(request)) };
  }
}
