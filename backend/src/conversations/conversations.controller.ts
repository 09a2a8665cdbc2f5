import { Controller } from '@nestjs/common';
import {
  addRecipient,
  getConversation,
  listConversations,
  openConversation,
  removeRecipient,
  updateConversation,
  type Input,
} from '@hearth/contract';
import type { Caller } from '../http/caller.js';
import { Endpoint } from '../http/endpoint.decorator.js';
import { ConversationsService } from './conversations.service.js';
import { GroupsService } from './groups/groups.service.js';

@Controller()
export class ConversationsController {
  constructor(
    private readonly conversations: ConversationsService,
    private readonly groups: GroupsService,
  ) {}

  @Endpoint(listConversations)
  list({ query }: Input<typeof listConversations>, caller: Caller) {
    return this.conversations.list(caller, { ...query, archived: query.archived === 'true' });
  }

  @Endpoint(openConversation)
  open({ body }: Input<typeof openConversation>, caller: Caller) {
    return 'userId' in body ? this.conversations.openDm(caller, body.userId) : this.groups.create(caller, body.userIds, body.name);
  }

  @Endpoint(getConversation)
  get({ params }: Input<typeof getConversation>, caller: Caller) {
    return this.conversations.get(caller, params.channelId);
  }

  @Endpoint(updateConversation)
  update({ params, body }: Input<typeof updateConversation>, caller: Caller) {
    return this.conversations.update(caller, params.channelId, body);
  }

  @Endpoint(addRecipient)
  async addRecipient({ params }: Input<typeof addRecipient>, caller: Caller) {
    await this.groups.add(caller, params.channelId, params.userId);
    return undefined;
  }

  @Endpoint(removeRecipient)
  async removeRecipient({ params }: Input<typeof removeRecipient>, caller: Caller) {
    await this.groups.remove(caller, params.channelId, params.userId);
    return undefined;
  }
}
