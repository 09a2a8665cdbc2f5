import { Injectable } from '@nestjs/common';
import type { ClientPayload } from '@hearth/contract';
import type { Caller } from '../http/caller.js';
import { OnEvent } from '../realtime/on-event.decorator.js';
import { PresenceService } from './presence.service.js';

@Injectable()
export class PresenceGateway {
  constructor(private readonly presence: PresenceService) {}

  @OnEvent('presence:update')
  async update(caller: Caller, change: ClientPayload<'presence:update'>, socketId: string) {
    await this.presence.update(caller, socketId, change);
    return null;
  }
}
