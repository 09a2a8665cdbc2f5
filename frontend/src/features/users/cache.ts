import type { Me, UserSummary } from '@hearth/contract';
import { liveValue } from '@/api';

export const me = liveValue<Me | null>(null, 'me');

export const userKey = (userId: string) => ['user', userId] as const;

const sameSummary = (a: UserSummary, b: UserSummary): boolean =>
  a.username === b.username && a.displayName === b.displayName && a.avatar === b.avatar;

/** Puts a changed person in the place of an older copy of them; anybody else, and an equal copy, stays the same object. */
export function withUser<T extends UserSummary>(held: T, changed: UserSummary): T {
  if (held.id !== changed.id || sameSummary(held, changed)) return held;
  const { username, displayName, avatar } = changed;
  return { ...held, username, displayName, avatar };
}
