import type { JoinedServer, Member, Role } from '@hearth/contract';

export function buildRole({ id, ...rest }: Pick<Role, 'id'> & Partial<Role>): Role {
  return { id, name: `role ${id}`, color: null, hoist: false, mentionable: false, position: 1, permissions: '0', ...rest };
}

export function buildMember({ userId = '101', ...rest }: { userId?: string } & Partial<Member> = {}): Member {
  return {
    serverId: '10',
    user: { id: userId, username: `user${userId}`, displayName: `User ${userId}`, avatar: null },
    nickname: null,
    roleIds: [],
    joinedAt: '2026-11-21T09:00:00.000Z',
    timeoutUntil: null,
    pending: false,
    ...rest,
  };
}

export function buildServer({ id = '10', ...rest }: Partial<JoinedServer> = {}): JoinedServer {
  return {
    id,
    name: `server ${id}`,
    icon: null,
    banner: null,
    ownerId: '1',
    memberCount: 2,
    description: '',
    verificationLevel: 'NONE',
    roles: [buildRole({ id, position: 0 })],
    createdAt: '2026-11-21T09:00:00.000Z',
    channels: [],
    me: buildMember({ serverId: id }),
    ...rest,
  };
}
