import { Controller } from '@nestjs/common';
import { addReaction, clearReactions, listReactions, removeReaction, type Input } from '@hearth/contract';
import type { Caller } from '../../http/caller.js';
import { Endpoint } from '../../http/endpoint.decorator.js';
import { ReactionsService } from './reactions.service.js';

@Controller()
export class ReactionsController {
  constructor(private readonly reactions: ReactionsService) {}

  @Endpoint(addReaction)
  add({ params }: Input<typeof addReaction>, caller: Caller) {
    return this.reactions.add(caller, params.messageId, params.emoji);
  }

  @Endpoint(removeReaction)
  remove({ params, query: { userId } }: Input<typeof removeReaction>, caller: Caller) {
    if (userId === undefined || userId === caller.userId) return this.reactions.remove(caller, params.messageId, params.emoji);
    return this.reactions.removeOf(caller, { ...params, userId });
  }

  @Endpoint(clearReactions)
  clear({ params, query }: Input<typeof clearReactions>, caller: Caller) {
    return this.reactions.clear(caller, params.messageId, query.emoji ?? null);
  }

  @Endpoint(listReactions)
  list({ params, query }: Input<typeof listReactions>, caller: Caller) {
    return this.reactions.list(caller, params, query);
  }
}
