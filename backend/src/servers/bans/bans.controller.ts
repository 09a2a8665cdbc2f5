import { Controller } from '@nestjs/common';
import { banMember, listBans, unbanMember, type Input } from '@hearth/contract';
import type { Caller } from '../../http/caller.js';
import { Endpoint } from '../../http/endpoint.decorator.js';
import { BansService } from './bans.service.js';

@Controller()
export class BansController {
  constructor(private readonly bans: BansService) {}

  @Endpoint(listBans)
  list({ params, query }: Input<typeof listBans>, caller: Caller) {
    return this.bans.list(caller, params.serverId, query);
  }

  @Endpoint(banMember)
  ban({ params, body }: Input<typeof banMember>, caller: Caller) {
    return this.bans.ban(caller, params.serverId, params.userId, body);
  }

  @Endpoint(unbanMember)
  async unban({ params, query }: Input<typeof unbanMember>, caller: Caller) {
    await this.bans.unban(caller, params.serverId, params.userId, query.reason);
    return undefined;
  }
}
