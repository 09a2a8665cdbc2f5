import { Controller } from '@nestjs/common';
import { listMentions, listUnreadMentions, type Input } from '@hearth/contract';
import type { Caller } from '../../http/caller.js';
import { Endpoint } from '../../http/endpoint.decorator.js';
import { InboxService } from './inbox.service.js';

@Controller()
export class InboxController {
  constructor(private readonly inbox: InboxService) {}

  @Endpoint(listMentions)
  list({ query }: Input<typeof listMentions>, caller: Caller) {
    return this.inbox.mentions(caller, query);
  }

  @Endpoint(listUnreadMentions)
  async unread(_input: Input<typeof listUnreadMentions>, caller: Caller) {
    return { mentions: await this.inbox.listUnread(caller) };
  }
}
