import { canActOn, highestPosition, id, limits, type PermissionMember } from '@hearth/contract';
import * as z from 'zod';
import type { LockedAccess } from '../../permissions/permissions.service.js';

/** How many of those who have a role are kept when it is deleted: those with the oldest accounts. */
export const KEPT_HOLDERS = 5_000;

/** What goes with a role when it is deleted. */
export const lostRole = z.object({
  position: z.int().min(1),
  memberIds: z.array(id),
  overwrites: z.array(z.object({ channelId: id, allow: z.string(), deny: z.string() })),
});
export type LostRole = z.infer<typeof lostRole>;

/** Where it stood, as far as whoever brings it back may put it there and others are left to stand below. */
export function placeFor({ rules, member }: LockedAccess, position: number): number {
  const top = Math.max(...rules.server.roles.map((role) => role.position));
  return Math.max(1, Math.min(position, top + 1, highestPosition(rules.server, member)));
}

/** Of those who had it the ones that whoever brings it back may give a role to. */
export function takersOf({ rules, member }: LockedAccess, present: ReadonlyMap<string, PermissionMember>): string[] {
  const takers = [...present.values()].filter((target) => target.userId === member.userId || canActOn(rules.server, member, target));
  return takers.map(({ userId }) => userId);
}

/** Its overwrites in channels that are still there and have room. */
export function overwritesFor({ rules }: LockedAccess, overwrites: LostRole['overwrites']): LostRole['overwrites'] {
  return overwrites.filter(({ channelId }) => (rules.channels.get(channelId)?.overwrites.length ?? Infinity) < limits.overwritesPerChannel);
}
