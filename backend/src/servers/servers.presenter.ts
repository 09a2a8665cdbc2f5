import type { Member, Server, VerificationLevel } from '@hearth/contract';
import { presentUserSummary, type UserSummaryRow } from '../users/users.service.js';
import { presentRole, type RoleRow } from './roles/roles.presenter.js';

export interface ServerRow {
  id: bigint;
  name: string;
  icon: string | null;
  banner: string | null;
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

export const presentServer = (server: ServerRow): Server => ({
  id: server.id.toString(),
  name: server.name,
  icon: server.icon,
  banner: server.banner,
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
  // In one order always: clients compare what they hold.
  roleIds: member.roles.map(({ roleId }) => roleId.toString()).sort(),
  joinedAt: member.joinedAt.toISOString(),
  timeoutUntil: member.timeoutUntil?.toISOString() ?? null,
  pending: member.pending,
});
