import { type Member, hasPermission } from '@hearth/contract';
import { type HeldServer, permissionsOfMember, standingIn, usePermissions } from '@/features/servers';

/** What the signed-in user may do to one member. */
export interface MemberRights {
  nickname: boolean;
  timeout: boolean;
  kick: boolean;
  ban: boolean;
  roles: boolean;
}

/** Nobody acts on themselves, on the owner or on somebody as high as they are; administrators would not be held back by a timeout. */
export function memberRights(permissions: bigint, server: HeldServer, member: Member): MemberRights {
  const isAbove = standingIn(server).isAboveMember(member);
  const isSelf = member.user.id === server.me.user.id;
  const isAdministrator = hasPermission(permissionsOfMember(server, member), 'ADMINISTRATOR');
  return {
    nickname: isSelf ? hasPermission(permissions, 'CHANGE_NICKNAME') : isAbove && hasPermission(permissions, 'MANAGE_NICKNAMES'),
    timeout: isAbove && !isAdministrator && hasPermission(permissions, 'TIMEOUT_MEMBERS'),
    kick: isAbove && hasPermission(permissions, 'KICK_MEMBERS'),
    ban: isAbove && hasPermission(permissions, 'BAN_MEMBERS'),
    roles: (isAbove || isSelf) && hasPermission(permissions, 'MANAGE_ROLES'),
  };
}

/** Nobody who is not in the server stands above anybody. */
export const mayBanStranger = (permissions: bigint): boolean => hasPermission(permissions, 'BAN_MEMBERS');

export const useMemberRights = (server: HeldServer, member: Member): MemberRights =>
  memberRights(usePermissions(server.id), server, member);
