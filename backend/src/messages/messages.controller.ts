import { Controller } from '@nestjs/common';
import { createMessage, deleteMessage, editMessage, getMessage, listChanges, listMessages, type Input } from '@hearth/contract';
import type { Caller } from '../http/caller.js';
import { Endpoint } from '../http/endpoint.decorator.js';
import { Limiter } from '../http/limiter.js';
import { MessagesService } from './messages.service.js';

@Controller()
export class MessagesController {
  constructor(
    private readonly messages: MessagesService,
    private readonly limiter: Limiter,
  ) {}

  @Endpoint(listMessages)
  list({ params, query }: Input<typeof listMessages>, caller: Caller) {
    return this.messages.list(caller, params.channelId, query);
  }

  @Endpoint(createMessage)
  async create({ params, body }: Input<typeof createMessage>, caller: Caller) {
    await this.limiter.take('send', caller.userId);
    return this.messages.create(caller, params.channelId, body);
  }

  @Endpoint(listChanges)
  changes({ params, query }: Input<typeof listChanges>, caller: Caller) {
    return this.messages.changes(caller, params.channelId, query.after, query.limit);
  }

  @Endpoint(getMessage)
  get({ params }: Input<typeof getMessage>, caller: Caller) {
    return this.messages.get(caller, params.messageId);
  }

  @Endpoint(editMessage)
  edit({ params, body }: Input<typeof editMessage>, caller: Caller) {
    return this.messages.edit(caller, params.messageId, body.content);
  }

  @Endpoint(deleteMessage)
  remove({ params, query }: Input<typeof deleteMessage>, caller: Caller) {
    return this.messages.remove(caller, params.messageId, query.reason);
  }
}
