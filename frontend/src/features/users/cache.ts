import type { Me, UserSummary } from '@hearth/contract';
import { liveValue, queryClient } from '@/api';

export const me = liveValue<Me | null>(null, 'me');

const PROFILES = 'user';

export const userKey = (userId: string) => [PROFILES, userId] as const;

/** Profiles of which something may have changed that no event tells: those on screen are loaded again. */
export const refreshProfiles = (userId?: string): void =>
  void queryClient.invalidateQueries({ queryKey: userId === undefined ? [PROFILES] : userKey(userId) });

export const sameSummary = (a: UserSummary, b: UserSummary): boolean =>
  a.username === b.username && a.displayName === b.displayName && a.avatar === b.avatar;

/** Puts a changed person in the place of an older copy of them; anybody else, and an equal copy, stays the same object. */
export function withUser<T extends UserSummary>(held: T, changed: UserSummary): T {
  if (held.id !== changed.id || sameSummary(held, changed)) return held;
  const { username, displayName, avatar } = changed;
  return { ...held, username, displayName, avatar };
}

/** The same list where nobody in it changed. */
export function withUsers<T extends UserSummary>(held: T[], changed: UserSummary): T[] {
  const users = held.map((user) => withUser(user, changed));
  return users.some((user, index) => user !== held[index]) ? users : held;
}
