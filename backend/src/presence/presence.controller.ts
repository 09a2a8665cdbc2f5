import { Controller } from '@nestjs/common';
import { getUserPresence, type Input } from '@hearth/contract';
import type { Caller } from '../http/caller.js';
import { Endpoint } from '../http/endpoint.decorator.js';
import { PresenceService } from './presence.service.js';

@Controller()
export class PresenceController {
  constructor(private readonly presence: PresenceService) {}

  @Endpoint(getUserPresence)
  get({ params }: Input<typeof getUserPresence>, caller: Caller) {
    return this.presence.get(caller, params.userId);
  }
}
