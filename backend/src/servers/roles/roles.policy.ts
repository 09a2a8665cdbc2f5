import { canActOn, canEditRole, grantable, highestPosition, limits, type PermissionMember, type PermissionRole } from '@hearth/contract';
import { ProblemError } from '../../http/problem.js';
import { gains } from '../../permissions/gain.js';
import type { LockedAccess, ServerAccess, ServerRules } from '../../permissions/permissions.service.js';

export interface RolePlace {
  id: string;
  position: number;
}

const refuse = (detail: string) => new ProblemError('MISSING_PERMISSION', { detail });
const invalid = (path: string, message: string) => new ProblemError('VALIDATION', { detail: message, errors: [{ path, message }] });

/** @throws NOT_FOUND, MISSING_PERMISSION for a role at or above the caller's highest one */
export function requireEditable({ rules, member }: ServerAccess, roleId: string): PermissionRole {
  const role = rules.server.roles.find(({ id }) => id === roleId);
  if (!role) throw new ProblemError('NOT_FOUND');
  if (!canEditRole(rules.server, member, role)) throw refuse('The role is not below your highest role');
  return role;
}

/** @param bits those that are given or taken. @throws MISSING_PERMISSION for one that the caller does not hold */
export function requireGrantable({ permissions }: ServerAccess, bits: bigint): void {
  if (!grantable(permissions, bits)) throw refuse('You cannot give or take permissions that you do not hold');
}

/** @throws LIMIT_REACHED */
export function requireRoom({ rules }: ServerAccess): void {
  if (rules.server.roles.length >= limits.rolesPerServer)
    throw new ProblemError('LIMIT_REACHED', { detail: `A server has at most ${limits.rolesPerServer} roles` });
}

/** @throws LIMIT_REACHED, CONFLICT when there is a role of this id */
export function requireFree(access: ServerAccess, roleId: string): void {
  requireRoom(access);
  if (access.rules.server.roles.some(({ id }) => id === roleId)) throw new ProblemError('CONFLICT', { detail: 'The role is there again' });
}

/** Oneself is not above oneself. @throws MISSING_PERMISSION for others at or above the caller's highest role */
export function requireActable({ rules, member }: ServerAccess, target: PermissionMember): void {
  if (target.userId === member.userId || canActOn(rules.server, member, target)) return;
  throw refuse('This member is not below your highest role');
}

/** @throws MISSING_PERMISSION where the caller would gain what they do not hold: a role may have been what kept it from them */
export function requireNoGain(access: LockedAccess, after: { rules?: ServerRules; member?: PermissionMember }): void {
  const { rules, member, now } = access;
  if (gains({ rules, member }, { rules, member, ...after }, now)) throw refuse('This would give you permissions that you do not hold');
}

/** The rules of a server as they are without one of its roles. */
export function withoutRole(rules: ServerRules, roleId: string): ServerRules {
  const channels = [...rules.channels.values()].map((channel) => ({
    ...channel,
    overwrites: channel.overwrites.filter(({ targetId }) => targetId !== roleId),
  }));
  return {
    ...rules,
    server: { ...rules.server, roles: rules.server.roles.filter(({ id }) => id !== roleId) },
    channels: new Map(channels.map((channel) => [channel.id, channel])),
  };
}

/** The lowest first; `id` decides between equals. */
const byPosition = (one: RolePlace, other: RolePlace): number =>
  one.position - other.position || (BigInt(one.id) < BigInt(other.id) ? -1 : 1);

/**
 * Where every role but @everyone stands when some are put at new positions, counted from 1: the others keep their order around them. Null
 * when the order stays as it is.
 *
 * @throws VALIDATION for what is no role of the server, @everyone, or named twice; MISSING_PERMISSION when a role at or above the caller's
 * highest one would move
 */
export function planOrder({ rules, member }: ServerAccess, places: readonly RolePlace[]): RolePlace[] | null {
  const { server } = rules;
  const present = server.roles.filter(({ id }) => id !== server.id).toSorted(byPosition);
  requirePlaces(present, places);
  const next = arrange(present, places);
  if (present.every(({ id }, index) => next[index] === id)) return null;
  const above = present.filter((role) => !canEditRole(server, member, role)).map(({ id }) => id);
  const isKept = above.every((id, index) => next[present.length - above.length + index] === id);
  if (!isKept) throw refuse(`You can order roles below your highest role, which is at ${highestPosition(server, member)}`);
  return next.map((id, index) => ({ id, position: index + 1 }));
}

function requirePlaces(present: readonly RolePlace[], places: readonly RolePlace[]): void {
  const known = new Set(present.map(({ id }) => id));
  const unknown = places.findIndex(({ id }) => !known.has(id));
  if (unknown >= 0) throw invalid(`body.roles.${unknown}.id`, 'must be a role of this server, and not @everyone');
  if (new Set(places.map(({ id }) => id)).size < places.length) throw invalid('body.roles', 'must name each role once');
}

function arrange(present: readonly RolePlace[], places: readonly RolePlace[]): string[] {
  const ranks = new Map(present.map(({ id }, index) => [id, index]));
  const rankOf = ({ id }: RolePlace) => ranks.get(id) ?? 0;
  const moved = new Set(places.map(({ id }) => id));
  const order = present.map(({ id }) => id).filter((id) => !moved.has(id));
  // Of those that want the same place the lower one goes in last, so that it stands below.
  for (const place of places.toSorted((one, other) => one.position - other.position || rankOf(other) - rankOf(one)))
    order.splice(place.position - 1, 0, place.id);
  return order;
}
