import { describe, expect, it } from '@jest/globals';
import {
  channelPermissions,
  hasPermission,
  permissionsOf,
  type PermissionMember,
  type PermissionOverwrite,
  type PermissionRole,
} from '@hearth/contract';
import * as fc from 'fast-check';
import { roomOf, type ServerRules } from './access.js';
import { roomsFor, VisibilityChanges } from './visibility-change.js';

const SERVER = '1';
const USER = '7';
const NOW = 1_000;
const ROLES = ['20', '21'];
const CHANNELS = ['30', '31', '32'];

const bits = fc.constantFrom(0n, permissionsOf('VIEW_CHANNEL'), permissionsOf('SEND_MESSAGES'), permissionsOf('ADMINISTRATOR'));
const overwrite: fc.Arbitrary<PermissionOverwrite> = fc
  .record({ targetId: fc.constantFrom(SERVER, ...ROLES, USER), allow: bits, deny: bits })
  .map((made) => ({ ...made, type: made.targetId === USER ? 'MEMBER' : 'ROLE' }));
const overwrites = fc.uniqueArray(overwrite, { selector: ({ targetId }) => targetId });

const rules: fc.Arbitrary<ServerRules> = fc
  .record({
    ownerId: fc.constantFrom('9', USER),
    permissions: fc.tuple(bits, bits, bits),
    channels: fc.subarray(CHANNELS).chain((ids) => fc.tuple(...ids.map((id) => overwrites.map((list) => [id, list] as const)))),
  })
  .map(({ ownerId, permissions, channels }) => ({
    server: {
      id: SERVER,
      ownerId,
      verificationLevel: 'NONE' as const,
      roles: [SERVER, ...ROLES].map((id, position): PermissionRole => ({ id, position, permissions: permissions[position] ?? 0n })),
    },
    accessVersion: 1,
    memberCount: 3,
    channels: new Map(
      channels.map(([id, list]) => [id, { id, serverId: SERVER, type: 'TEXT' as const, parentId: null, slowmode: 0, overwrites: list }]),
    ),
  }));

const member: fc.Arbitrary<PermissionMember> = fc
  .subarray(ROLES)
  .map((roleIds) => ({ userId: USER, roleIds, timeoutUntil: null, joinedAt: 0, pending: false }));

const seen = (state: ServerRules, who: PermissionMember): string[] =>
  [...state.channels.values()]
    .filter((channel) => hasPermission(channelPermissions(state.server, who, channel.overwrites, NOW), 'VIEW_CHANNEL'))
    .map(({ id }) => id);

const rooms = (state: ServerRules, who: PermissionMember): Set<string> =>
  new Set([
    'server:1',
    ...[...state.channels.values()].filter(({ id }) => seen(state, who).includes(id)).map((channel) => roomOf(state, channel)),
  ]);

const roomIn = (state: ServerRules, id: string): string | undefined => {
  const channel = state.channels.get(id);
  return channel && roomOf(state, channel);
};

const textOf = ({ channels }: ServerRules, id: string): string | undefined =>
  channels
    .get(id)
    ?.overwrites.map(({ targetId, allow, deny }) => `${targetId} ${allow.toString()} ${deny.toString()}`)
    .toSorted()
    .join();

describe('VisibilityChanges', () => {
  it('finds what a member gained and lost, and moves them to where they would be placed afresh', () => {
    fc.assert(
      fc.property(rules, rules, member, member, (before, after, was, is) => {
        const change = new VisibilityChanges(after).of({ rules: before, member: was }, is, NOW);
        const [old, next] = [seen(before, was), seen(after, is)];
        expect(change.gained.toSorted()).toEqual(next.filter((id) => !old.includes(id)).toSorted());
        expect(change.lost.toSorted()).toEqual(old.filter((id) => !next.includes(id)).toSorted());
        const isMoved = (id: string) => roomIn(before, id) !== roomIn(after, id) && textOf(before, id) !== textOf(after, id);
        expect(change.kept.toSorted()).toEqual(next.filter((id) => old.includes(id) && isMoved(id)).toSorted());
        const held = rooms(before, was);
        for (const room of change.leaves) held.delete(room);
        for (const room of change.joins) held.add(room);
        expect(held).toEqual(rooms(after, is));
      }),
      { numRuns: 2_000 },
    );
  });

  it('places a member in the rooms of the channels that not everybody sees', () => {
    fc.assert(
      fc.property(rules, member, (state, who) => {
        const placed = new Set(['server:1', ...roomsFor({ rules: state, member: who }, NOW)]);
        expect(placed).toEqual(rooms(state, who));
      }),
    );
  });
});
