import { Injectable } from '@nestjs/common';
import type { ClientPayload } from '@hearth/contract';
import type { Caller } from '../../http/caller.js';
import { OnEvent } from '../../realtime/on-event.decorator.js';
import { ReactionsService } from './reactions.service.js';

@Injectable()
export class ReactionsGateway {
  constructor(private readonly reactions: ReactionsService) {}

  @OnEvent('reaction:add')
  add(caller: Caller, { messageId, emoji }: ClientPayload<'reaction:add'>) {
    return this.reactions.add(caller, messageId, emoji);
  }

  @OnEvent('reaction:remove')
  remove(caller: Caller, { messageId, emoji }: ClientPayload<'reaction:remove'>) {
    return this.reactions.remove(caller, messageId, emoji);
  }
}
