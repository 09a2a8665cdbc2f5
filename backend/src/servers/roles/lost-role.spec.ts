import { describe, expect, it } from '@jest/globals';
import { limits, type PermissionMember } from '@hearth/contract';
import type { LockedAccess } from '../../permissions/permissions.service.js';
import { overwritesFor, placeFor, takersOf } from './lost-role.js';

const member = (userId: string, ...roleIds: string[]): PermissionMember => ({
  userId,
  roleIds,
  timeoutUntil: null,
  joinedAt: 0,
  pending: false,
});
const role = (id: string, position: number) => ({ id, position, permissions: 0n });
const channel = (id: string, overwrites: number) => ({
  id,
  serverId: '10',
  type: 'TEXT' as const,
  parentId: null,
  slowmode: 0,
  overwrites: Array.from({ length: overwrites }, (_, index) => ({ targetId: `${index}`, type: 'ROLE' as const, allow: 0n, deny: 0n })),
});

const server = { id: '10', ownerId: '1', verificationLevel: 'NONE' as const, roles: [role('10', 0), role('21', 2), role('22', 5)] };
const channels = new Map([channel('31', 3), channel('32', limits.overwritesPerChannel)].map((one) => [one.id, one]));
const accessOf = (who: PermissionMember): LockedAccess => ({
  rules: { server, channels, accessVersion: 1, memberCount: 5 },
  member: who,
  permissions: 0n,
  now: 0,
  others: async () => new Map(),
});
const owner = accessOf(member('1'));
const moderator = accessOf(member('2', '21'));

describe('a role that comes back', () => {
  it.each([
    { name: 'where it stood', access: owner, position: 3, at: 3 },
    { name: 'above all, but no higher than that', access: owner, position: 9, at: 6 },
    { name: 'below whoever brings it back', access: moderator, position: 4, at: 2 },
    { name: 'where it stood, below whoever brings it back', access: moderator, position: 1, at: 1 },
  ])('stands $name', ({ access, position, at }) => {
    expect(placeFor(access, position)).toBe(at);
  });

  it('goes to those who are lower and to whoever brings it back', () => {
    const people = [member('1'), member('2', '21'), member('3', '21'), member('4', '22'), member('5')];
    const present = new Map(people.map((one) => [one.userId, one]));
    expect(takersOf(moderator, present)).toEqual(['2', '5']);
    expect(takersOf(owner, present)).toEqual(['1', '2', '3', '4', '5']);
  });

  it('has its overwrites where there is still room for them', () => {
    const overwrites = ['31', '32', '33'].map((channelId) => ({ channelId, allow: '0', deny: '1' }));
    expect(overwritesFor(owner, overwrites).map(({ channelId }) => channelId)).toEqual(['31']);
  });
});
