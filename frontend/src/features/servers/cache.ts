import type { JoinedServer, Member, Server, UserSummary } from '@hearth/contract';
import type { InfiniteData } from '@tanstack/react-query';
import { liveValue } from '@/api';
import { withUser } from '@/features/users';

export type HeldServer = Omit<JoinedServer, 'channels'>;

export interface MemberPage {
  members: Member[];
  nextCursor: string | null;
}
export type MemberPages = InfiniteData<MemberPage, string | undefined>;

const none: readonly HeldServer[] = [];

export const servers = liveValue(none, 'servers');

export const membersKey = (serverId: string) => ['members', serverId] as const;
export const invitesKey = (serverId: string) => ['invites', serverId] as const;

const byJoining = (a: HeldServer, b: HeldServer): number =>
  a.me.joinedAt < b.me.joinedAt ? -1 : a.me.joinedAt > b.me.joinedAt ? 1 : a.id < b.id ? -1 : 1;

const withoutChannels = ({
  id,
  name,
  icon,
  banner,
  ownerId,
  memberCount,
  description,
  verificationLevel,
  roles,
  createdAt,
  me,
}: JoinedServer): HeldServer => ({
  id,
  name,
  icon,
  banner,
  ownerId,
  memberCount,
  description,
  verificationLevel,
  roles,
  createdAt,
  me,
});

export const applyReady = (joined: readonly JoinedServer[]): HeldServer[] => joined.map(withoutChannels).sort(byJoining);

export const applyServerCreated = (held: readonly HeldServer[], server: JoinedServer): HeldServer[] =>
  [...held.filter(({ id }) => id !== server.id), withoutChannels(server)].sort(byJoining);

export const applyServerUpdated = (held: readonly HeldServer[], server: Server): readonly HeldServer[] =>
  held.map((one) => (one.id === server.id ? { ...one, ...server } : one));

export const removeServer = (held: readonly HeldServer[], serverId: string): readonly HeldServer[] =>
  held.filter(({ id }) => id !== serverId);

/** The own membership, when a member who changed is the user. */
export const applyOwnMember = (held: readonly HeldServer[], member: Member): readonly HeldServer[] =>
  held.map((server) => (server.id === member.serverId && server.me.user.id === member.user.id ? { ...server, me: member } : server));

const withUserIn = (member: Member, user: UserSummary): Member => {
  const changed = withUser(member.user, user);
  return changed === member.user ? member : { ...member, user: changed };
};

export const applyUserToServers = (held: readonly HeldServer[], user: UserSummary): readonly HeldServer[] =>
  held.map((server) => {
    const me = withUserIn(server.me, user);
    return me === server.me ? server : { ...server, me };
  });

const mapPages = (held: MemberPages, change: (members: Member[]) => Member[]): MemberPages => ({
  ...held,
  pages: held.pages.map((page) => ({ ...page, members: change(page.members) })),
});

/** In the order of joining, so a new member stands at the end: shown once all pages before are there. */
export function applyMemberAdded(held: MemberPages, member: Member): MemberPages {
  const cleared = applyMemberRemoved(held, member.user.id);
  const last = cleared.pages.at(-1);
  if (!last || last.nextCursor !== null) return cleared;
  return { ...cleared, pages: [...cleared.pages.slice(0, -1), { ...last, members: [...last.members, member] }] };
}

export const applyMemberUpdated = (held: MemberPages, member: Member): MemberPages =>
  mapPages(held, (members) => members.map((one) => (one.user.id === member.user.id ? member : one)));

export const applyMemberRemoved = (held: MemberPages, userId: string): MemberPages =>
  mapPages(held, (members) => members.filter(({ user }) => user.id !== userId));

export const applyUserToMembers = (held: MemberPages, user: UserSummary): MemberPages =>
  mapPages(held, (members) => members.map((member) => withUserIn(member, user)));
