import {
  channelPermissions,
  permissionBits,
  permissionNames,
  serverPermissions,
  type PermissionMember,
  type PermissionName,
} from '@hearth/contract';
import type { ServerRules } from '../../../src/permissions/permissions.service.js';

/** What somebody may do in a server, and in each of its channels by id. */
export interface Held {
  server: bigint;
  channels: Map<string, bigint>;
}

export function heldBy(rules: ServerRules, member: PermissionMember, now: number): Held {
  const inChannels = [...rules.channels].map(
    ([id, { overwrites }]) => [id, channelPermissions(rules.server, member, overwrites, now)] as const,
  );
  return { server: serverPermissions(rules.server, member, now), channels: new Map(inChannels) };
}

/** What is held after and was not before, by place. In a channel that is new one holds what one holds elsewhere. */
export function gained(before: Held, after: Held): Record<string, PermissionName[]> {
  const anywhere = [before.server, ...before.channels.values()].reduce((all, bits) => all | bits, 0n);
  const inChannels = [...after.channels].map(([id, bits]) => [id, bits & ~(before.channels.get(id) ?? anywhere)] as const);
  const gains = [['server', after.server & ~before.server] as const, ...inChannels].filter(([, bits]) => bits !== 0n);
  return Object.fromEntries(gains.map(([place, bits]) => [place, namesOf(bits)]));
}

const namesOf = (bits: bigint): PermissionName[] => permissionNames.filter((name) => (bits & permissionBits[name]) !== 0n);
