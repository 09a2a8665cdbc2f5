import { Controller } from '@nestjs/common';
import {
  addMemberRole,
  createRole,
  deleteRole,
  listRoleMembers,
  listRoles,
  orderRoles,
  removeMemberRole,
  updateRole,
  type Input,
} from '@hearth/contract';
import type { Caller } from '../../http/caller.js';
import { Endpoint } from '../../http/endpoint.decorator.js';
import { MemberRolesService } from './member-roles.service.js';
import { RolesService } from './roles.service.js';

@Controller()
export class RolesController {
  constructor(
    private readonly roles: RolesService,
    private readonly memberRoles: MemberRolesService,
  ) {}

  @Endpoint(listRoles)
  async list({ params }: Input<typeof listRoles>, caller: Caller) {
    return { roles: await this.roles.list(caller, params.serverId) };
  }

  @Endpoint(createRole)
  create({ params, body }: Input<typeof createRole>, caller: Caller) {
    return this.roles.create(caller, params.serverId, body);
  }

  @Endpoint(orderRoles)
  async order({ params, body }: Input<typeof orderRoles>, caller: Caller) {
    return { roles: await this.roles.order(caller, params.serverId, body.roles, body.reason) };
  }

  @Endpoint(updateRole)
  update({ params, body }: Input<typeof updateRole>, caller: Caller) {
    return this.roles.update(caller, params.serverId, params.roleId, body);
  }

  @Endpoint(deleteRole)
  async remove({ params, query }: Input<typeof deleteRole>, caller: Caller) {
    await this.roles.remove(caller, params.serverId, params.roleId, query.reason);
    return undefined;
  }

  @Endpoint(listRoleMembers)
  members({ params, query }: Input<typeof listRoleMembers>, caller: Caller) {
    return this.memberRoles.list(caller, params.serverId, params.roleId, query);
  }

  @Endpoint(addMemberRole)
  assign({ params, query }: Input<typeof addMemberRole>, caller: Caller) {
    return this.memberRoles.add(caller, params, query.reason);
  }

  @Endpoint(removeMemberRole)
  async unassign({ params, query }: Input<typeof removeMemberRole>, caller: Caller) {
    await this.memberRoles.remove(caller, params, query.reason);
    return undefined;
  }
}
