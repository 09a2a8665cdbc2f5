import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  ALL_PERMISSIONS,
  canActOn,
  canEditRole,
  channelPermissions,
  DEFAULT_EVERYONE_PERMISSIONS,
  grantable,
  hasPermission,
  highestPosition,
  isVisibleToAll,
  permissionBits,
  permissionNames,
  permissionsOf,
  serverPermissions,
  type PermissionMember,
  type PermissionName,
  type PermissionOverwrite,
  type PermissionServer,
} from './permissions.js';

const NOW = Date.UTC(2026, 10, 21);
const EVERYONE = '1';
const MODERATOR = '20';
const PAINTER = '30';
const ADMIN = '40';
const OWNER = '100';
const MEMBER = '200';

const server: PermissionServer = {
  id: EVERYONE,
  ownerId: OWNER,
  verificationLevel: 'NONE',
  roles: [
    { id: EVERYONE, position: 0, permissions: permissionsOf('VIEW_CHANNEL', 'SEND_MESSAGES', 'READ_MESSAGE_HISTORY') },
    { id: PAINTER, position: 1, permissions: permissionsOf('ATTACH_FILES') },
    { id: MODERATOR, position: 2, permissions: permissionsOf('MANAGE_MESSAGES', 'KICK_MEMBERS') },
    { id: ADMIN, position: 3, permissions: permissionsOf('ADMINISTRATOR') },
  ],
};

const member = (roleIds: string[] = [], timeoutUntil: number | null = null, userId = MEMBER): PermissionMember => ({
  userId,
  roleIds,
  timeoutUntil,
  joinedAt: 0,
  pending: false,
});
const overwrite = (type: 'ROLE' | 'MEMBER', targetId: string, allow: PermissionName[], deny: PermissionName[]): PermissionOverwrite => ({
  type,
  targetId,
  allow: permissionsOf(...allow),
  deny: permissionsOf(...deny),
});
const hide = overwrite('ROLE', EVERYONE, [], ['VIEW_CHANNEL']);

interface Case {
  name: string;
  who: PermissionMember;
  overwrites?: PermissionOverwrite[];
  has?: PermissionName[];
  lacks?: PermissionName[];
  exactly?: bigint;
}

const cases: Case[] = [
  {
    name: 'a member without roles has what @everyone has',
    who: member(),
    exactly: permissionsOf('VIEW_CHANNEL', 'SEND_MESSAGES', 'READ_MESSAGE_HISTORY'),
  },
  {
    name: 'roles add up',
    who: member([PAINTER, MODERATOR]),
    has: ['ATTACH_FILES', 'MANAGE_MESSAGES', 'SEND_MESSAGES'],
    lacks: ['BAN_MEMBERS'],
  },
  { name: 'a role of another server gives nothing', who: member(['999']), lacks: ['ATTACH_FILES'] },
  { name: 'the owner may do everything', who: member([], null, OWNER), exactly: ALL_PERMISSIONS },
  { name: 'the owner may do everything in a hidden channel', who: member([], null, OWNER), overwrites: [hide], exactly: ALL_PERMISSIONS },
  { name: 'ADMINISTRATOR may do everything', who: member([ADMIN]), overwrites: [hide], exactly: ALL_PERMISSIONS },
  {
    name: 'an overwrite for ADMINISTRATOR makes nobody one',
    who: member(),
    overwrites: [overwrite('MEMBER', MEMBER, ['ADMINISTRATOR'], [])],
    lacks: ['ADMINISTRATOR', 'BAN_MEMBERS'],
  },
  { name: 'without VIEW_CHANNEL nothing else holds', who: member([MODERATOR]), overwrites: [hide], exactly: 0n },
  {
    name: 'a role overwrite lets back in what @everyone denies',
    who: member([MODERATOR]),
    overwrites: [hide, overwrite('ROLE', MODERATOR, ['VIEW_CHANNEL'], [])],
    has: ['VIEW_CHANNEL', 'MANAGE_MESSAGES'],
  },
  {
    name: 'among role overwrites allowing wins over denying',
    who: member([MODERATOR, PAINTER]),
    overwrites: [overwrite('ROLE', PAINTER, [], ['SEND_MESSAGES']), overwrite('ROLE', MODERATOR, ['SEND_MESSAGES'], [])],
    has: ['SEND_MESSAGES'],
  },
  {
    name: 'the overwrite of a role that the member lacks does not count',
    who: member([PAINTER]),
    overwrites: [overwrite('ROLE', MODERATOR, [], ['SEND_MESSAGES'])],
    has: ['SEND_MESSAGES'],
  },
  {
    name: 'the member overwrite has the last word, denying',
    who: member([MODERATOR]),
    overwrites: [overwrite('ROLE', MODERATOR, ['SEND_MESSAGES'], []), overwrite('MEMBER', MEMBER, [], ['SEND_MESSAGES'])],
    lacks: ['SEND_MESSAGES'],
    has: ['VIEW_CHANNEL'],
  },
  {
    name: 'the member overwrite has the last word, allowing',
    who: member(),
    overwrites: [hide, overwrite('MEMBER', MEMBER, ['VIEW_CHANNEL'], [])],
    has: ['VIEW_CHANNEL', 'SEND_MESSAGES'],
  },
  {
    name: "somebody else's overwrite does not count",
    who: member(),
    overwrites: [overwrite('MEMBER', '201', [], ['SEND_MESSAGES'])],
    has: ['SEND_MESSAGES'],
  },
  {
    name: 'a role overwrite that names a member by id does not count as theirs',
    who: member(),
    overwrites: [overwrite('ROLE', MEMBER, ['MANAGE_MESSAGES'], [])],
    lacks: ['MANAGE_MESSAGES'],
  },
  {
    name: 'who is timed out may only read',
    who: member([MODERATOR], NOW + 1),
    exactly: permissionsOf('VIEW_CHANNEL', 'READ_MESSAGE_HISTORY'),
  },
  { name: 'a timeout ends by itself', who: member([MODERATOR], NOW), has: ['SEND_MESSAGES', 'MANAGE_MESSAGES'] },
  { name: 'a timeout opens nothing that was hidden', who: member([], NOW + 1), overwrites: [hide], exactly: 0n },
  { name: 'a timeout does not bind an administrator', who: member([ADMIN], NOW + 1), exactly: ALL_PERMISSIONS },
];

describe('channelPermissions', () => {
  it.each(cases)('$name', ({ who, overwrites = [], has = [], lacks = [], exactly }) => {
    const resolved = channelPermissions(server, who, overwrites, NOW);
    if (exactly !== undefined) expect(resolved).toBe(exactly);
    expect(has.filter((name) => !hasPermission(resolved, name))).toEqual([]);
    expect(lacks.filter((name) => hasPermission(resolved, name))).toEqual([]);
  });

  it('without overwrites is what the server gives', () => {
    const anyMember = fc.record({
      userId: fc.constantFrom(OWNER, MEMBER),
      roleIds: fc.subarray([PAINTER, MODERATOR, ADMIN]),
      timeoutUntil: fc.constantFrom(null, NOW - 1, NOW + 1),
      joinedAt: fc.constant(0),
      pending: fc.boolean(),
    });
    fc.assert(fc.property(anyMember, (who) => channelPermissions(server, who, [], NOW) === serverPermissions(server, who, NOW)));
  });

  it('does not depend on the order of overwrites', () => {
    const bits = fc.bigInt({ min: 0n, max: ALL_PERMISSIONS });
    const anyOverwrite = fc.record({
      type: fc.constantFrom('ROLE' as const, 'MEMBER' as const),
      targetId: fc.constantFrom(EVERYONE, PAINTER, MODERATOR, MEMBER),
      allow: bits,
      deny: bits,
    });
    const unique = fc.uniqueArray(anyOverwrite, { selector: ({ type, targetId }) => `${type} ${targetId}` });
    fc.assert(
      fc.property(unique, (overwrites) => {
        const who = member([PAINTER, MODERATOR]);
        return channelPermissions(server, who, overwrites, NOW) === channelPermissions(server, who, overwrites.toReversed(), NOW);
      }),
    );
  });
});

describe('isVisibleToAll', () => {
  it('holds as long as nobody is kept out', () => {
    expect(isVisibleToAll(server, [])).toBe(true);
    expect(isVisibleToAll(server, [overwrite('ROLE', MODERATOR, ['MANAGE_MESSAGES'], ['SEND_MESSAGES'])])).toBe(true);
  });

  it('never calls a channel open that some member cannot see', () => {
    const bits = fc.constantFrom(0n, permissionBits.VIEW_CHANNEL, permissionBits.SEND_MESSAGES);
    const anyOverwrite = fc.record({
      type: fc.constantFrom('ROLE' as const, 'MEMBER' as const),
      targetId: fc.constantFrom(EVERYONE, PAINTER, MODERATOR, MEMBER),
      allow: bits,
      deny: bits,
    });
    const everyone = fc.constantFrom(DEFAULT_EVERYONE_PERMISSIONS, 0n);
    fc.assert(
      fc.property(fc.array(anyOverwrite), everyone, fc.subarray([PAINTER, MODERATOR]), (overwrites, granted, roleIds) => {
        const changed = { ...server, roles: server.roles.map((role) => (role.id === EVERYONE ? { ...role, permissions: granted } : role)) };
        fc.pre(isVisibleToAll(changed, overwrites));
        return hasPermission(channelPermissions(changed, member(roleIds), overwrites, NOW), 'VIEW_CHANNEL');
      }),
    );
  });
});

describe('hierarchy', () => {
  const owner = member([], null, OWNER);
  const moderator = member([MODERATOR], null, '300');
  const painter = member([PAINTER], null, '301');

  it('puts the owner above everybody and members without roles at 0', () => {
    expect([owner, moderator, member()].map((who) => highestPosition(server, who))).toEqual([Number.POSITIVE_INFINITY, 2, 0]);
  });

  it.each([
    { name: 'higher on lower', actor: moderator, target: painter, may: true },
    { name: 'lower on higher', actor: painter, target: moderator, may: false },
    { name: 'equal on equal', actor: moderator, target: member([MODERATOR], null, '302'), may: false },
    { name: 'anybody on the owner', actor: member([ADMIN], null, '303'), target: owner, may: false },
    { name: 'the owner on anybody', actor: owner, target: member([ADMIN], null, '303'), may: true },
    { name: 'anybody on themselves', actor: owner, target: owner, may: false },
  ])('$name: $may', ({ actor, target, may }) => {
    expect(canActOn(server, actor, target)).toBe(may);
  });

  it('lets nobody edit a role at or above their own highest', () => {
    const editable = server.roles.filter((role) => canEditRole(server, moderator, role)).map(({ id }) => id);
    expect(editable).toEqual([EVERYONE, PAINTER]);
  });

  it('lets nobody hand out what they do not hold', () => {
    const held = permissionsOf('MANAGE_ROLES', 'SEND_MESSAGES');
    expect(grantable(held, permissionsOf('SEND_MESSAGES'))).toBe(true);
    expect(grantable(held, permissionsOf('SEND_MESSAGES', 'BAN_MEMBERS'))).toBe(false);
  });
});

describe('bits', () => {
  it('are one each and all different', () => {
    const bits = Object.values<bigint>(permissionBits);
    expect(new Set(bits).size).toBe(permissionNames.length);
    expect(bits.filter((bit) => (bit & (bit - 1n)) !== 0n)).toEqual([]);
  });

  it('have the positions that bots know from Discord', () => {
    const positions = {
      ADMINISTRATOR: 3,
      VIEW_CHANNEL: 10,
      MANAGE_MESSAGES: 13,
      MANAGE_ROLES: 28,
      TIMEOUT_MEMBERS: 40,
      SEND_POLLS: 49,
    } as const;
    for (const [name, position] of Object.entries(positions))
      expect(permissionBits[name as keyof typeof positions]).toBe(1n << BigInt(position));
  });
});
