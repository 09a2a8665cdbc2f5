import { Injectable } from '@nestjs/common';
import type { ClientPayload } from '@hearth/contract';
import type { Caller } from '../http/caller.js';
import { OnEvent } from '../realtime/on-event.decorator.js';
import { MessagesService } from './messages.service.js';

@Injectable()
export class MessagesGateway {
  constructor(private readonly messages: MessagesService) {}

  @OnEvent('message:send')
  send(caller: Caller, { channelId, ...input }: ClientPayload<'message:send'>) {
    return this.messages.create(caller, channelId, input);
  }

  @OnEvent('message:edit')
  edit(caller: Caller, { messageId, content }: ClientPayload<'message:edit'>) {
    return this.messages.edit(caller, messageId, content);
  }

  @OnEvent('message:delete')
  remove(caller: Caller, { messageId, reason }: ClientPayload<'message:delete'>) {
    return this.messages.remove(caller, messageId, reason);
  }
}
