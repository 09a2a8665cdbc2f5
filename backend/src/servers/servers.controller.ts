import { Controller } from '@nestjs/common';
import { createServer, deleteServer, getServer, leaveServer, listMembers, listServers, updateServer, type Input } from '@hearth/contract';
import type { Caller } from '../http/caller.js';
import { Endpoint } from '../http/endpoint.decorator.js';
import { ServersService } from './servers.service.js';

@Controller()
export class ServersController {
  constructor(private readonly servers: ServersService) {}

  @Endpoint(listServers)
  async list(_: Input<typeof listServers>, caller: Caller) {
    return { servers: await this.servers.joined(caller) };
  }

  @Endpoint(createServer)
  create({ body }: Input<typeof createServer>, caller: Caller) {
    return this.servers.create(caller, body.name);
  }

  @Endpoint(getServer)
  get({ params }: Input<typeof getServer>, caller: Caller) {
    return this.servers.get(caller, params.serverId);
  }

  @Endpoint(updateServer)
  update({ params, body }: Input<typeof updateServer>, caller: Caller) {
    return this.servers.update(caller, params.serverId, body);
  }

  @Endpoint(deleteServer)
  async remove({ params, query }: Input<typeof deleteServer>, caller: Caller) {
    await this.servers.remove(caller, params.serverId, query.name);
    return undefined;
  }

  @Endpoint(listMembers)
  members({ params, query }: Input<typeof listMembers>, caller: Caller) {
    return this.servers.members(caller, params.serverId, query);
  }

  @Endpoint(leaveServer)
  async leave({ params }: Input<typeof leaveServer>, caller: Caller) {
    await this.servers.leave(caller, params.serverId);
    return undefined;
  }
}
