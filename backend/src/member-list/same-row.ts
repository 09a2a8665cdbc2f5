import type { Member, MemberRow, UserSummary } from '@hearth/contract';

/** Whether two rows show the same. Written out, because it is asked of thousands at once. */
export const isSameRow = (one: MemberRow, other: MemberRow): boolean =>
  one.status === other.status &&
  one.text === other.text &&
  one.textExpiresAt === other.textExpiresAt &&
  isSameMember(one.member, other.member) &&
  isSameUser(one.member.user, other.member.user);

const isSameMember = (one: Member, other: Member): boolean =>
  one.nickname === other.nickname &&
  one.joinedAt === other.joinedAt &&
  one.timeoutUntil === other.timeoutUntil &&
  one.pending === other.pending &&
  one.roleIds.length === other.roleIds.length &&
  one.roleIds.every((roleId, index) => roleId === other.roleIds[index]);

const isSameUser = (one: UserSummary, other: UserSummary): boolean =>
  one.displayName === other.displayName && one.username === other.username && one.avatar === other.avatar;
