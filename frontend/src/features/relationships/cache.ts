import type { Relationship, UserSummary } from '@hearth/contract';
import { liveValue } from '@/api';
import { withUser } from '@/features/users';

export type Relationships = readonly Relationship[];

const none: Relationships = [];

/** In the order in which they became what they are, as the server lists them. */
export const relationships = liveValue(none, 'relationships');

const isAny = ({ type, ignored }: Relationship): boolean => type !== null || ignored;

const order = (a: Relationship, b: Relationship): number =>
  a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : BigInt(a.user.id) < BigInt(b.user.id) ? -1 : 1;

/** What ended is taken out. */
export function applyRelationship(held: Relationships, changed: Relationship): Relationships {
  const others = held.filter(({ user }) => user.id !== changed.user.id);
  return isAny(changed) ? [...others, changed].sort(order) : others;
}

export function applyUserToRelationships(held: Relationships, user: UserSummary): Relationships {
  if (!held.some((one) => one.user.id === user.id)) return held;
  return held.map((one) => (one.user.id === user.id ? { ...one, user: withUser(one.user, user) } : one));
}

export type Concealment = 'blocked' | 'ignored';

/** Whom the user blocks or ignores. */
export const isConcealed = (userId: string): boolean =>
  relationships.get().some(({ user, type, ignored }) => user.id === userId && (type === 'BLOCKED' || ignored));

/** Of each person whom the user does not want to hear: why. A block is more than ignoring. */
export function concealments(held: Relationships): ReadonlyMap<string, Concealment> {
  const hidden = held.filter(({ type, ignored }) => type === 'BLOCKED' || ignored);
  return new Map(hidden.map(({ user, type }) => [user.id, type === 'BLOCKED' ? 'blocked' : 'ignored']));
}
