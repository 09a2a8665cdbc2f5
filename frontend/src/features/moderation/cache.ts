import type { Member, UserSummary } from '@hearth/contract';
import { withUser } from '@/features/users';

/** The first parts of the keys, for what concerns all servers. */
export const roots = {
  bans: 'bans',
  joins: 'joins',
  reports: 'reports',
  incidents: 'incidents',
  screening: 'screening',
  memberSearch: 'member-search',
  former: 'former-members',
  member: 'member',
} as const;

/** All of these lists, whatever server they are of. */
export const allRoots = Object.values(roots);

/** Of what was done and said, by whom and about whom. */
export const recordRoots = [roots.bans, roots.joins, roots.reports, roots.incidents, roots.former] as const;

export const bansKey = (serverId: string, query = '') => [roots.bans, serverId, query] as const;
export const joinsKey = (serverId: string, inviterId = '') => [roots.joins, serverId, inviterId] as const;
export const originsKey = (serverId: string, userIds: readonly string[]) => [roots.joins, serverId, 'origins', ...userIds] as const;
export const reportsKey = (serverId: string, ...rest: string[]) => [roots.reports, serverId, ...rest] as const;
export const incidentsKey = (serverId: string, ...rest: string[]) => [roots.incidents, serverId, ...rest] as const;
export const screeningKey = (serverId: string) => [roots.screening, serverId] as const;
export const formerKey = (serverId: string, name: string) => [roots.former, serverId, name] as const;
export const memberSearchKey = (serverId: string, ...rest: string[]) => [roots.memberSearch, serverId, ...rest] as const;

export const memberKey = (serverId: string, userId: string) => [roots.member, serverId, userId] as const;

/** The same list where nobody in it changed. */
const mapMembers = (members: readonly Member[], change: (member: Member) => Member): readonly Member[] => {
  const next = members.map(change);
  return next.some((member, index) => member !== members[index]) ? next : members;
};

export const applyMember = (members: readonly Member[], changed: Member): readonly Member[] =>
  mapMembers(members, (member) => (member.user.id === changed.user.id ? changed : member));

export const removeMember = (members: readonly Member[], userId: string): readonly Member[] =>
  members.some(({ user }) => user.id === userId) ? members.filter(({ user }) => user.id !== userId) : members;

export const applyUser = (members: readonly Member[], user: UserSummary): readonly Member[] =>
  mapMembers(members, (member) => {
    const changed = withUser(member.user, user);
    return changed === member.user ? member : { ...member, user: changed };
  });
