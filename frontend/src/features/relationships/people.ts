import type { Relationship, RelationshipType, UserSummary } from '@hearth/contract';
import { compareNames } from '@/i18n';
import type { Relationships } from './cache';

export interface People {
  friends: UserSummary[];
  incoming: UserSummary[];
  outgoing: UserSummary[];
  blocked: UserSummary[];
  /** And not blocked. */
  ignored: UserSummary[];
}

const byName = (a: UserSummary, b: UserSummary): number => compareNames(a.displayName, b.displayName) || (a.id < b.id ? -1 : 1);

const people = (held: Relationships, isOne: (one: Relationship) => boolean): UserSummary[] => held.filter(isOne).map(({ user }) => user);

/** Friends and hidden people by name, requests with the newest first. */
export function groupPeople(held: Relationships): People {
  const ofType = (type: RelationshipType) => people(held, (one) => one.type === type);
  return {
    friends: ofType('FRIEND').sort(byName),
    incoming: ofType('INCOMING').reverse(),
    outgoing: ofType('OUTGOING').reverse(),
    blocked: ofType('BLOCKED').sort(byName),
    ignored: people(held, ({ type, ignored }) => ignored && type !== 'BLOCKED').sort(byName),
  };
}

/** By any part of either name, whatever its case. */
export function matchingPeople(found: readonly UserSummary[], query: string): readonly UserSummary[] {
  const lower = query.trim().toLowerCase();
  return lower === ''
    ? found
    : found.filter(({ displayName, username }) => displayName.toLowerCase().includes(lower) || username.includes(lower));
}
