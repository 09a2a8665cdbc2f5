import { Controller } from '@nestjs/common';
import { removeEmbeds, type Input } from '@hearth/contract';
import type { Caller } from '../../http/caller.js';
import { Endpoint } from '../../http/endpoint.decorator.js';
import { EmbedsService } from './embeds.service.js';

@Controller()
export class EmbedsController {
  constructor(private readonly embeds: EmbedsService) {}

  @Endpoint(removeEmbeds)
  remove({ params }: Input<typeof removeEmbeds>, caller: Caller) {
    return this.embeds.remove(caller, params.messageId);
  }
}
