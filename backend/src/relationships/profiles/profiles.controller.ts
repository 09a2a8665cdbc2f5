import { Controller } from '@nestjs/common';
import { getUser, lookUpUsers, searchUsers, type Input } from '@hearth/contract';
import type { Caller } from '../../http/caller.js';
import { Endpoint } from '../../http/endpoint.decorator.js';
import { ProfilesService } from './profiles.service.js';

@Controller()
export class ProfilesController {
  constructor(private readonly profiles: ProfilesService) {}

  @Endpoint(getUser)
  get({ params }: Input<typeof getUser>, caller: Caller) {
    return this.profiles.get(caller, params.userId);
  }

  @Endpoint(searchUsers)
  async search({ query }: Input<typeof searchUsers>, caller: Caller) {
    return { users: await this.profiles.search(caller, query.query) };
  }

  @Endpoint(lookUpUsers)
  async lookUp({ body }: Input<typeof lookUpUsers>, caller: Caller) {
    return { users: await this.profiles.lookUp(caller, body.ids) };
  }
}
