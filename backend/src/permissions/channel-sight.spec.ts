import { describe, expect, it } from '@jest/globals';
import { ALL_PERMISSIONS, channelPermissions, hasPermission, permissionBits, type PermissionMember } from '@hearth/contract';
import fc from 'fast-check';
import type { ChannelRules, ServerRules } from './access.js';
import { channelSight } from './channel-sight.js';

const ROLES = ['1', '20', '21', '22'];
const USERS = ['101', '102', '103', '104'];
const bits = fc.constantFrom(0n, permissionBits.VIEW_CHANNEL, permissionBits.ADMINISTRATOR, ALL_PERMISSIONS & ~permissionBits.VIEW_CHANNEL);

const roles = fc
  .tuple(...ROLES.map(() => bits))
  .map((all) => all.map((permissions, position) => ({ id: ROLES[position] ?? '', position, permissions })));
const overwrites = fc.uniqueArray(
  fc.record({ targetId: fc.constantFrom(...ROLES, ...USERS), allow: bits, deny: bits }).map((overwrite) => ({
    ...overwrite,
    type: USERS.includes(overwrite.targetId) ? ('MEMBER' as const) : ('ROLE' as const),
  })),
  { selector: ({ targetId }) => targetId },
);
const members = fc.array(
  fc.record({
    userId: fc.constantFrom(...USERS),
    roleIds: fc.shuffledSubarray(ROLES.slice(1)),
    timeoutUntil: fc.constantFrom(null, Number.MAX_SAFE_INTEGER),
    joinedAt: fc.constant(Date.now()),
    pending: fc.boolean(),
  }),
);

describe('channelSight', () => {
  it('sees what the permissions of each member say', () => {
    fc.assert(
      fc.property(roles, overwrites, members, (ofServer, ofChannel, people: PermissionMember[]) => {
        const server = { id: '1', ownerId: '104', roles: ofServer, verificationLevel: 'HIGH' } as const;
        const channel: ChannelRules = { id: '5', serverId: '1', type: 'TEXT', parentId: null, slowmode: 0, overwrites: ofChannel };
        const rules: ServerRules = { server, accessVersion: 1, memberCount: 4, channels: new Map([['5', channel]]) };
        const sees = channelSight(rules, channel);
        for (const member of people)
          expect(sees(member)).toBe(hasPermission(channelPermissions(server, member, ofChannel, Date.now()), 'VIEW_CHANNEL'));
      }),
    );
  });
});
