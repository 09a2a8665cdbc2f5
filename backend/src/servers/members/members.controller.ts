import { Controller } from '@nestjs/common';
import {
  getMember,
  kickMember,
  listFormerMembers,
  listJoins,
  listOrigins,
  updateMember,
  updateOwnMember,
  type Input,
} from '@hearth/contract';
import type { Caller } from '../../http/caller.js';
import { Endpoint } from '../../http/endpoint.decorator.js';
import { MembersService } from './members.service.js';

/** `me` stands before `:userId`: routes are tried in this order. */
@Controller()
export class MembersController {
  constructor(private readonly members: MembersService) {}

  @Endpoint(updateOwnMember)
  rename({ params, body }: Input<typeof updateOwnMember>, caller: Caller) {
    return this.members.rename(caller, params.serverId, body);
  }

  @Endpoint(getMember)
  get({ params }: Input<typeof getMember>, caller: Caller) {
    return this.members.get(caller, params.serverId, params.userId);
  }

  @Endpoint(updateMember)
  update({ params, body }: Input<typeof updateMember>, caller: Caller) {
    return this.members.update(caller, params.serverId, params.userId, body);
  }

  @Endpoint(kickMember)
  async kick({ params, query }: Input<typeof kickMember>, caller: Caller) {
    await this.members.kick(caller, params.serverId, params.userId, query.reason);
    return undefined;
  }

  @Endpoint(listJoins)
  joins({ params, query }: Input<typeof listJoins>, caller: Caller) {
    return this.members.joins(caller, params.serverId, query);
  }

  @Endpoint(listFormerMembers)
  former({ params, query }: Input<typeof listFormerMembers>, caller: Caller) {
    return this.members.former(caller, params.serverId, query);
  }

  @Endpoint(listOrigins)
  origins({ params, query }: Input<typeof listOrigins>, caller: Caller) {
    return this.members.origins(caller, params.serverId, query.userIds);
  }
}
