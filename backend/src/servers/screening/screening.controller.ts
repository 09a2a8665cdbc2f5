import { Controller } from '@nestjs/common';
import { acceptRules, getScreening, type Input } from '@hearth/contract';
import type { Caller } from '../../http/caller.js';
import { Endpoint } from '../../http/endpoint.decorator.js';
import { ScreeningService } from './screening.service.js';

@Controller()
export class ScreeningController {
  constructor(private readonly screening: ScreeningService) {}

  @Endpoint(getScreening)
  get({ params }: Input<typeof getScreening>, caller: Caller) {
    return this.screening.get(caller, params.serverId);
  }

  @Endpoint(acceptRules)
  accept({ params }: Input<typeof acceptRules>, caller: Caller) {
    return this.screening.accept(caller, params.serverId);
  }
}
