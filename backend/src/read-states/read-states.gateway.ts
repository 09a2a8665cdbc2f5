import { Injectable } from '@nestjs/common';
import type { ClientPayload } from '@hearth/contract';
import type { Caller } from '../http/caller.js';
import { OnEvent } from '../realtime/on-event.decorator.js';
import { ReadStatesService } from './read-states.service.js';

@Injectable()
export class ReadStatesGateway {
  constructor(private readonly readStates: ReadStatesService) {}

  @OnEvent('channel:read')
  async read(caller: Caller, { channelId, ...position }: ClientPayload<'channel:read'>) {
    await this.readStates.read(caller, channelId, position);
    return null;
  }

  @OnEvent('channel:delivered')
  async delivered(caller: Caller, { positions }: ClientPayload<'channel:delivered'>) {
    await this.readStates.delivered(caller, positions);
    return null;
  }
}
