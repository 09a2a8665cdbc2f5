import type { PermissionMember, PermissionOverwrite } from '@hearth/contract';
import { serverAccess } from '../../../src/permissions/access.js';
import type { ChannelRules, LockedAccess, ServerRules } from '../../../src/permissions/permissions.service.js';
import type { Beginning, Overwriting } from './attempts.js';
import { heldBy, type Held } from './held.js';
import { Picks } from './picks.js';

const NOW = Date.UTC(2026, 10, 21);
const [CALLER, OTHER, OWNER] = ['101', '102', '103'] as const;

/** A server as a value, in which the policies alone decide. */
export interface Model {
  rules: ServerRules;
  members: ReadonlyMap<string, PermissionMember>;
  picks: Picks;
}

let lastId = 1_000;
export const nextId = (): string => (lastId += 1).toString();

export function begin(beginning: Beginning): Model {
  const picks = new Picks([nextId(), ...beginning.roles.map(nextId)], Array.from({ length: 5 }, nextId), [CALLER, OTHER, OWNER]);
  const holding = (has: (role: Beginning['roles'][number]) => boolean) =>
    beginning.roles.flatMap((role, index) => (has(role) ? [picks.role(index + 1)] : []));
  const members = [
    memberOf(
      CALLER,
      holding(({ ofCaller }) => ofCaller),
    ),
    memberOf(
      OTHER,
      holding(({ ofOther }) => ofOther),
    ),
    memberOf(OWNER, []),
  ];
  return { rules: rulesOf(beginning, picks), members: new Map(members.map((member) => [member.userId, member])), picks };
}

/** As `PermissionsService.underLock` gives it to an act of the caller. */
export function accessOf({ rules, members }: Model): LockedAccess {
  const found = (userIds: string[]) => [...members].filter(([userId]) => userIds.includes(userId));
  return { ...serverAccess(rules, callerIn({ members }), NOW), now: NOW, others: (userIds) => Promise.resolve(new Map(found(userIds))) };
}

export const held = ({ rules, members }: Model): Held => heldBy(rules, callerIn({ members }), NOW);

export const inBits = ({ allow, deny, ...overwrite }: ReturnType<Picks['overwrites']>[number]): PermissionOverwrite => ({
  ...overwrite,
  allow: BigInt(allow),
  deny: BigInt(deny),
});

function callerIn({ members }: Pick<Model, 'members'>): PermissionMember {
  const caller = members.get(CALLER);
  if (!caller) throw new Error('nobody is removed');
  return caller;
}

const memberOf = (userId: string, roleIds: string[]): PermissionMember => ({
  userId,
  roleIds,
  timeoutUntil: null,
  joinedAt: NOW,
  pending: false,
});

function rulesOf({ everyone, roles, overwrites: [first, second, own, free] }: Beginning, picks: Picks): ServerRules {
  const serverId = picks.role(0);
  const bits = [everyone, ...roles.map((role) => role.bits)];
  const channel = (position: number, parentId: string | null, list: Overwriting[]): ChannelRules => ({
    id: picks.channel(position),
    serverId,
    type: position < 2 ? 'CATEGORY' : 'TEXT',
    parentId,
    slowmode: 0,
    overwrites: picks.overwrites(list).map(inBits),
  });
  const [one, two] = [picks.category(0), picks.category(1)];
  const channels = [channel(0, null, first), channel(1, null, second), channel(2, one, first), channel(3, one, own), channel(4, two, free)];
  return {
    server: {
      id: serverId,
      ownerId: OWNER,
      verificationLevel: 'NONE',
      roles: bits.map((permissions, position) => ({ id: picks.role(position), position, permissions })),
    },
    accessVersion: 1,
    memberCount: 3,
    channels: new Map(channels.map((each) => [each.id, each])),
  };
}
