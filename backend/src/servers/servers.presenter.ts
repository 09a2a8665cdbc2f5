import type { Member, Role, Server } from '@hearth/contract';
import type { Member as MemberModel, Role as RoleModel, Server as ServerModel } from '../generated/prisma/client.js';
import { presentUserSummary, type UserSummaryRow } from '../users/users.service.js';

export interface ServerRow extends ServerModel {
  roles: RoleModel[];
}

export interface MemberRow extends MemberModel {
  user: UserSummaryRow;
  roles: { roleId: bigint }[];
}

const presentRole = ({ id, name, color, hoist, mentionable, position, permissions }: RoleModel): Role => ({
  id: id.toString(),
  name,
  color,
  hoist,
  mentionable,
  position,
  permissions: permissions.toString(),
});

export const presentServer = (server: ServerRow): Server => ({
  id: server.id.toString(),
  name: server.name,
  icon: server.icon,
  ownerId: server.ownerId.toString(),
  memberCount: server.memberCount,
  roles: server.roles.map(presentRole),
  createdAt: server.createdAt.toISOString(),
});

export const presentMember = (member: MemberRow): Member => ({
  serverId: member.serverId.toString(),
  user: presentUserSummary(member.user),
  nickname: member.nickname,
  roleIds: member.roles.map(({ roleId }) => roleId.toString()),
  joinedAt: member.joinedAt.toISOString(),
  timeoutUntil: member.timeoutUntil?.toISOString() ?? null,
});
