import { Controller } from '@nestjs/common';
import {
  ignoreUser,
  listRelationships,
  removeRelationship,
  requestFriend,
  setRelationship,
  unignoreUser,
  type Input,
} from '@hearth/contract';
import type { Caller } from '../http/caller.js';
import { Endpoint } from '../http/endpoint.decorator.js';
import { RelationshipsService } from './relationships.service.js';

@Controller()
export class RelationshipsController {
  constructor(private readonly relationships: RelationshipsService) {}

  @Endpoint(listRelationships)
  async list(_: Input<typeof listRelationships>, caller: Caller) {
    return { relationships: await this.relationships.list(caller) };
  }

  @Endpoint(requestFriend)
  request({ body }: Input<typeof requestFriend>, caller: Caller) {
    return this.relationships.requestByName(caller, body.username);
  }

  @Endpoint(setRelationship)
  set({ params, body }: Input<typeof setRelationship>, caller: Caller) {
    const { type, expect } = body;
    return type === 'FRIEND'
      ? this.relationships.request(caller, params.userId, expect)
      : this.relationships.block(caller, params.userId, expect);
  }

  @Endpoint(removeRelationship)
  async remove({ params, query }: Input<typeof removeRelationship>, caller: Caller) {
    await this.relationships.remove(caller, params.userId, query.expect);
    return undefined;
  }

  @Endpoint(ignoreUser)
  ignore({ params }: Input<typeof ignoreUser>, caller: Caller) {
    return this.relationships.ignore(caller, params.userId);
  }

  @Endpoint(unignoreUser)
  async unignore({ params }: Input<typeof unignoreUser>, caller: Caller) {
    await this.relationships.unignore(caller, params.userId);
    return undefined;
  }
}
