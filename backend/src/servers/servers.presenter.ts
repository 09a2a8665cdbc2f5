import type { Member, Role, Server, VerificationLevel } from '@hearth/contract';
import { presentUserSummary, type UserSummaryRow } from '../users/users.service.js';

interface RoleRow {
  id: bigint;
  name: string;
  color: number | null;
  hoist: boolean;
  mentionable: boolean;
  position: number;
  permissions: bigint;
}

export interface ServerRow {
  id: bigint;
  name: string;
  icon: string | null;
  ownerId: bigint;
  memberCount: number;
  description: string;
  verificationLevel: VerificationLevel;
  createdAt: Date;
  roles: RoleRow[];
}

export interface MemberRow {
  serverId: bigint;
  userId: bigint;
  nickname: string | null;
  joinedAt: Date;
  timeoutUntil: Date | null;
  pending: boolean;
  user: UserSummaryRow;
  roles: { roleId: bigint }[];
}

const presentRole = ({ id, name, color, hoist, mentionable, position, permissions }: RoleRow): Role => ({
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
  description: server.description,
  verificationLevel: server.verificationLevel,
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
  pending: member.pending,
});
