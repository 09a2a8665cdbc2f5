import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { explainPermissions, explainThread, type PermissionExplanation } from './permission-explanation.js';
import {
  ALL_PERMISSIONS,
  channelPermissions,
  DEFAULT_EVERYONE_PERMISSIONS,
  permissionBits,
  permissionsOf,
  serverPermissions,
  threadPermissions,
  verificationLevels,
  type PermissionMember,
  type PermissionName,
  type PermissionOverwrite,
  type PermissionServer,
} from './permissions.js';

const NOW = 1_800_000_000_000;
const [EVERYONE, OWNER, MEMBER, PAINTER, MODERATOR, ADMIN] = ['10', '100', '200', '20', '30', '40'] as const;

const server: PermissionServer = {
  id: EVERYONE,
  ownerId: OWNER,
  verificationLevel: 'NONE',
  roles: [
    { id: EVERYONE, position: 0, permissions: DEFAULT_EVERYONE_PERMISSIONS },
    { id: PAINTER, position: 1, permissions: permissionsOf('SEND_MESSAGES') },
    { id: MODERATOR, position: 2, permissions: permissionsOf('MANAGE_MESSAGES', 'SEND_MESSAGES') },
    { id: ADMIN, position: 3, permissions: permissionsOf('ADMINISTRATOR') },
  ],
};

const member = (roleIds: string[] = [], changed: Partial<PermissionMember> = {}): PermissionMember => ({
  userId: MEMBER,
  roleIds,
  timeoutUntil: null,
  joinedAt: 0,
  pending: false,
  ...changed,
});

const overwrite = (
  type: PermissionOverwrite['type'],
  targetId: string,
  allow: PermissionName[],
  deny: PermissionName[],
): PermissionOverwrite => ({ type, targetId, allow: permissionsOf(...allow), deny: permissionsOf(...deny) });

const bitsAllowed = (explanations: readonly PermissionExplanation[]): bigint =>
  explanations.filter(({ allowed }) => allowed).reduce((bits, { permission }) => bits | permissionBits[permission], 0n);

const bits = fc.bigInt({ min: 0n, max: (1n << 53n) - 1n }).map((all) => all & ALL_PERMISSIONS);
/** Most servers have few administrators: as many random bits would make most members one. */
const commonBits = bits.map((all) => all & ~permissionBits.ADMINISTRATOR);
const roleBits = fc.oneof({ weight: 5, arbitrary: commonBits }, { weight: 1, arbitrary: bits });

const anyServer = fc.record({
  id: fc.constant(EVERYONE),
  ownerId: fc.constantFrom(OWNER, OWNER, OWNER, MEMBER),
  verificationLevel: fc.constantFrom(...verificationLevels),
  roles: fc
    .tuple(roleBits, roleBits, roleBits)
    .map((each) => each.map((permissions, position) => ({ id: [EVERYONE, PAINTER, MODERATOR][position] ?? '', position, permissions }))),
});
const anyMember = fc.record({
  userId: fc.constant(MEMBER),
  roleIds: fc.subarray([PAINTER, MODERATOR]),
  timeoutUntil: fc.constantFrom(null, NOW - 1, NOW + 1),
  joinedAt: fc.constantFrom(0, NOW),
  pending: fc.boolean(),
});
const anyOverwrites = fc.uniqueArray(
  fc.record({
    type: fc.constantFrom('ROLE' as const, 'MEMBER' as const),
    targetId: fc.constantFrom(EVERYONE, PAINTER, MODERATOR, MEMBER, '201'),
    allow: bits,
    deny: bits,
  }),
  { selector: ({ type, targetId }) => `${type} ${targetId}` },
);

describe('explainPermissions', () => {
  it('agrees with serverPermissions', () => {
    fc.assert(
      fc.property(anyServer, anyMember, (where, who) => {
        expect(bitsAllowed(explainPermissions(where, who, null, NOW))).toBe(serverPermissions(where, who, NOW));
      }),
    );
  });

  it('agrees with channelPermissions, and with threadPermissions in threads', () => {
    fc.assert(
      fc.property(anyServer, anyMember, anyOverwrites, fc.boolean(), (where, who, overwrites, locked) => {
        const explained = explainPermissions(where, who, overwrites, NOW);
        const held = channelPermissions(where, who, overwrites, NOW);
        expect(bitsAllowed(explained)).toBe(held);
        expect(bitsAllowed(explainThread(explained, { locked }))).toBe(threadPermissions(held, { locked }));
      }),
      { numRuns: 500 },
    );
  });

  it('names what decides: without it the answer is another, or somebody else decides', () => {
    fc.assert(
      fc.property(anyServer, anyMember, anyOverwrites, (where, who, overwrites) => {
        for (const { permission, because } of explainPermissions(where, who, overwrites, NOW)) {
          if (because.kind !== 'OVERWRITE') continue;
          const left = overwrites.filter(
            ({ type, targetId }) => !because.sources.some((source) => source.type === type && source.id === targetId),
          );
          const again = explainPermissions(where, who, left, NOW).find((each) => each.permission === permission);
          expect(again?.because).not.toEqual(because);
        }
      }),
    );
  });

  const hidden = overwrite('ROLE', EVERYONE, [], ['VIEW_CHANNEL']);

  it.each<{
    name: string;
    who: PermissionMember;
    overwrites?: PermissionOverwrite[] | null;
    permission: PermissionName;
    expected: unknown;
  }>([
    {
      name: 'the owner',
      who: member([], { userId: OWNER }),
      overwrites: [hidden],
      permission: 'BAN_MEMBERS',
      expected: { allowed: true, because: { kind: 'OWNER', sources: [{ type: 'MEMBER', id: OWNER }] } },
    },
    {
      name: 'an administrator',
      who: member([ADMIN]),
      overwrites: [hidden],
      permission: 'BAN_MEMBERS',
      expected: { allowed: true, because: { kind: 'ADMINISTRATOR', sources: [{ type: 'ROLE', id: ADMIN }] } },
    },
    {
      name: 'every role that gives it',
      who: member([PAINTER, MODERATOR]),
      overwrites: [],
      permission: 'SEND_MESSAGES',
      expected: { allowed: true, because: { kind: 'ROLE', sources: [EVERYONE, PAINTER, MODERATOR].map((id) => ({ type: 'ROLE', id })) } },
    },
    {
      name: 'nobody',
      who: member(),
      overwrites: null,
      permission: 'BAN_MEMBERS',
      expected: { allowed: false, because: { kind: 'NOBODY', sources: [] } },
    },
    {
      name: 'the role that allows, where another denies',
      who: member([PAINTER, MODERATOR]),
      overwrites: [overwrite('ROLE', PAINTER, [], ['SEND_MESSAGES']), overwrite('ROLE', MODERATOR, ['SEND_MESSAGES'], [])],
      permission: 'SEND_MESSAGES',
      expected: { allowed: true, because: { kind: 'OVERWRITE', sources: [{ type: 'ROLE', id: MODERATOR }] } },
    },
    {
      name: 'the overwrite for the member before that for a role',
      who: member([MODERATOR]),
      overwrites: [overwrite('ROLE', MODERATOR, ['SEND_MESSAGES'], []), overwrite('MEMBER', MEMBER, [], ['SEND_MESSAGES'])],
      permission: 'SEND_MESSAGES',
      expected: { allowed: false, because: { kind: 'OVERWRITE', sources: [{ type: 'MEMBER', id: MEMBER }] } },
    },
    {
      name: 'whatever hides the channel',
      who: member([MODERATOR]),
      overwrites: [hidden],
      permission: 'SEND_MESSAGES',
      expected: { allowed: false, because: { kind: 'NO_VIEW', sources: [{ type: 'ROLE', id: EVERYONE }] } },
    },
    {
      name: 'the timeout',
      who: member([MODERATOR], { timeoutUntil: NOW + 1 }),
      overwrites: [],
      permission: 'SEND_MESSAGES',
      expected: { allowed: false, because: { kind: 'RESTRICTED', restriction: 'TIMEOUT' } },
    },
    {
      name: 'the rules that were not accepted',
      who: member([], { pending: true }),
      overwrites: null,
      permission: 'SEND_MESSAGES',
      expected: { allowed: false, because: { kind: 'RESTRICTED', restriction: 'PENDING' } },
    },
  ])('names $name', ({ who, overwrites = null, permission, expected }) => {
    const found = explainPermissions(server, who, overwrites, NOW).find((each) => each.permission === permission);
    expect(found).toMatchObject({ permission, ...(expected as object) });
  });

  it('names the age of the account, until somebody gives a role', () => {
    const strict = { ...server, verificationLevel: 'HIGH' as const };
    const find = (who: PermissionMember) =>
      explainPermissions(strict, who, [], NOW).find(({ permission }) => permission === 'SEND_MESSAGES');
    expect(find(member([], { joinedAt: NOW }))?.because).toMatchObject({ kind: 'RESTRICTED', restriction: 'UNVERIFIED' });
    expect(find(member([PAINTER], { joinedAt: NOW }))?.allowed).toBe(true);
  });

  it('names the lock of a thread', () => {
    const find = (who: PermissionMember) =>
      explainThread(explainPermissions(server, who, [], NOW), { locked: true }).find(({ permission }) => permission === 'SEND_MESSAGES');
    expect(find(member())).toMatchObject({ allowed: false, because: { kind: 'LOCKED' } });
    expect(find(member([ADMIN]))).toMatchObject({ allowed: true, because: { kind: 'ADMINISTRATOR' } });
  });
});
