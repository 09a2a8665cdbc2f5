import type { Member, Role, ServerPayload } from '@hearth/contract';
import type { HeldServer, MemberPages } from '../cache';

type Places = ServerPayload<'role:order'>['roles'];

export const rolesKey = (serverId: string) => ['roles', serverId] as const;
export const roleMembersKey = (serverId: string, roleId: string) => ['role-members', serverId, roleId] as const;
export const auditLogKey = (serverId: string) => ['audit-log', serverId] as const;
export const explanationKey = (serverId: string) => ['explanation', serverId] as const;

/** The lowest first; `id` decides between equals, as it does on the server. */
const byPosition = (a: Role, b: Role): number => a.position - b.position || (BigInt(a.id) < BigInt(b.id) ? -1 : 1);

const inServer = (
  held: readonly HeldServer[],
  serverId: string,
  change: (server: HeldServer) => Partial<HeldServer>,
): readonly HeldServer[] => held.map((server) => (server.id === serverId ? { ...server, ...change(server) } : server));

/** Made or changed. */
export const applyRole = (held: readonly HeldServer[], serverId: string, role: Role): readonly HeldServer[] =>
  inServer(held, serverId, ({ roles }) => ({ roles: [...roles.filter(({ id }) => id !== role.id), role].sort(byPosition) }));

export const withoutRole = <M extends Pick<Member, 'roleIds'>>(member: M, roleId: string): M =>
  member.roleIds.includes(roleId) ? { ...member, roleIds: member.roleIds.filter((id) => id !== roleId) } : member;

/** Gone from the own membership, too. */
export const applyRoleDeleted = (held: readonly HeldServer[], serverId: string, roleId: string): readonly HeldServer[] =>
  inServer(held, serverId, ({ roles, me }) => ({ roles: roles.filter(({ id }) => id !== roleId), me: withoutRole(me, roleId) }));

export function applyRoleOrder(held: readonly HeldServer[], serverId: string, places: Places): readonly HeldServer[] {
  const positions = new Map(places.map(({ id, position }) => [id, position]));
  return inServer(held, serverId, ({ roles }) => ({
    roles: roles.map((role) => ({ ...role, position: positions.get(role.id) ?? role.position })).sort(byPosition),
  }));
}

export const removeRoleFromMembers = (held: MemberPages, roleId: string): MemberPages => ({
  ...held,
  pages: held.pages.map((page) => ({ ...page, members: page.members.map((member) => withoutRole(member, roleId)) })),
});
