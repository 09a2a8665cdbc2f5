import { Controller } from '@nestjs/common';
import { createInvite, getInvite, joinServer, listInvites, revokeInvite, type Input } from '@hearth/contract';
import type { Caller } from '../../http/caller.js';
import { Endpoint } from '../../http/endpoint.decorator.js';
import { InvitesService } from './invites.service.js';

@Controller()
export class InvitesController {
  constructor(private readonly invites: InvitesService) {}

  @Endpoint(createInvite)
  create({ params, body }: Input<typeof createInvite>, caller: Caller) {
    return this.invites.create(caller, params.serverId, body);
  }

  @Endpoint(listInvites)
  list({ params, query }: Input<typeof listInvites>, caller: Caller) {
    return this.invites.list(caller, params.serverId, query);
  }

  @Endpoint(getInvite)
  preview({ params }: Input<typeof getInvite>, caller: Caller | undefined) {
    return this.invites.preview(params.code, caller);
  }

  @Endpoint(revokeInvite)
  async revoke({ params }: Input<typeof revokeInvite>, caller: Caller) {
    await this.invites.revoke(caller, params.code);
    return undefined;
  }

  @Endpoint(joinServer)
  join({ params }: Input<typeof joinServer>, caller: Caller) {
    return this.invites.join(caller, params.code);
  }
}
