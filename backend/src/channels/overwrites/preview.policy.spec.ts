import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  ALL_PERMISSIONS,
  channelPermissions,
  permissionBits,
  permissionsOf,
  type PermissionOverwrite,
  type PermissionServer,
} from '@hearth/contract';
import { effectsOf, kindsOfRoles, type Group, type OverwritesWorld } from './preview.policy.js';

const [EVERYONE, OWNER] = ['10', '1'] as const;
const ROLES = ['21', '22', '23', '24'];
const PEOPLE = ['1', '2', '3', '4', '5'];

const bits = fc.oneof(fc.constant(0n), fc.bigInt({ min: 0n, max: ALL_PERMISSIONS }).map((all) => all & ALL_PERMISSIONS & ~permissionBits.ADMINISTRATOR)); // prettier-ignore
const anyOverwrites = fc.uniqueArray(
  fc
    .record({ targetId: fc.constantFrom(EVERYONE, ...ROLES, ...PEOPLE), allow: bits, deny: bits })
    .map((each): PermissionOverwrite => ({ ...each, type: PEOPLE.includes(each.targetId) ? 'MEMBER' : 'ROLE' })),
  { selector: ({ targetId }) => targetId },
);
const anyServer = fc.array(bits, { minLength: 5, maxLength: 5 }).map((all): PermissionServer => ({
  id: EVERYONE,
  ownerId: OWNER,
  verificationLevel: 'NONE',
  roles: [EVERYONE, ...ROLES].map((id, position) => ({ id, position, permissions: all[position] ?? 0n })),
}));
const anyPeople = fc.tuple(...PEOPLE.map((userId) => fc.subarray(ROLES).map((roleIds) => ({ userId, roleIds }))));

/** As the database groups them. */
function groupsOf(world: OverwritesWorld, people: { userId: string; roleIds: string[] }[]): Group[] {
  const special = [world.server.ownerId, ...[...world.before, ...world.after].map(({ targetId }) => targetId)];
  const kinds = kindsOfRoles(world);
  const own = people.filter(({ userId }) => special.includes(userId));
  const kindOf = ({ roleIds }: { roleIds: string[] }) => [...new Set(roleIds.flatMap((id) => kinds.get(id) ?? []))].sort();
  const crowds = Map.groupBy(people.filter((person) => !own.includes(person)), (person) => kindOf(person).join()); // prettier-ignore
  return [
    ...own.map(({ userId, roleIds }) => ({ roleIds, userId, count: 1, userIds: [userId] })),
    ...[...crowds].map(([roles, members]) => ({
      roleIds: roles === '' ? [] : roles.split(','),
      userId: null,
      count: members.length,
      userIds: members.map(({ userId }) => userId),
    })),
  ];
}

describe('effectsOf', () => {
  it('tells of each person what the permissions themselves tell', () => {
    fc.assert(
      fc.property(anyServer, anyPeople, anyOverwrites, anyOverwrites, (server, people, before, after) => {
        const effects = effectsOf({ server, before, after }, groupsOf({ server, before, after }, people), PEOPLE.length);
        for (const { userId, roleIds } of people) {
          const member = { userId, roleIds, timeoutUntil: null, joinedAt: 0, pending: false };
          const [old, next] = [channelPermissions(server, member, before, 0), channelPermissions(server, member, after, 0)];
          const told = (side: 'gains' | 'loses') =>
            effects.filter((effect) => effect[side].userIds.includes(userId)).reduce((all, { permission }) => all | permissionBits[permission], 0n); // prettier-ignore
          expect([told('gains'), told('loses')]).toEqual([next & ~old, old & ~next]);
        }
      }),
    );
  });

  it('counts everybody and names the first', () => {
    const server = {
      id: EVERYONE,
      ownerId: OWNER,
      verificationLevel: 'HIGH' as const,
      roles: [{ id: EVERYONE, position: 0, permissions: permissionsOf('VIEW_CHANNEL') }],
    };
    const after: PermissionOverwrite[] = [{ targetId: EVERYONE, type: 'ROLE', allow: 0n, deny: permissionsOf('VIEW_CHANNEL') }];
    const crowd = { roleIds: [], userId: null, count: 9_000, userIds: ['5', '6', '7'] };
    const owner = { roleIds: [], userId: OWNER, count: 1, userIds: [OWNER] };
    expect(effectsOf({ server, before: [], after }, [owner, crowd], 2)).toEqual([
      { permission: 'VIEW_CHANNEL', gains: { count: 0, userIds: [] }, loses: { count: 9_000, userIds: ['5', '6'] } },
    ]);
    expect(effectsOf({ server, before: after, after }, [owner, crowd], 2)).toEqual([]);
  });
});

describe('kindsOfRoles', () => {
  it('lets roles that make no difference out, and one stand for its likes', () => {
    const view = permissionsOf('VIEW_CHANNEL');
    const server = {
      id: EVERYONE,
      ownerId: OWNER,
      verificationLevel: 'NONE' as const,
      roles: [
        { id: EVERYONE, position: 0, permissions: view },
        ...ROLES.map((id, index) => ({ id, position: index + 1, permissions: index < 2 ? view : ALL_PERMISSIONS & ~view })),
      ],
    };
    const allowing = (targetId: string): PermissionOverwrite => ({ targetId, type: 'ROLE', allow: view, deny: 0n });
    expect([...kindsOfRoles({ server, before: [], after: [] })]).toEqual([['23', '23'], ['24', '23']]); // prettier-ignore
    expect([...kindsOfRoles({ server, before: [allowing('22')], after: [allowing('24')] })]).toEqual(
      [['22', '22'], ['23', '23'], ['24', '24']], // prettier-ignore
    );
  });
});
