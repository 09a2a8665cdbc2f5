import type { Relationship, UserSummary } from '@hearth/contract';
import { useMemo } from 'react';
import { useLiveValue } from '@/api';
import { type Concealment, concealments, relationships, type Relationships } from './cache';

export const useRelationships = (): Relationships => useLiveValue(relationships);

/** How the user stands to somebody; undefined where there is nothing between them. */
export const useRelationship = (userId: string): Relationship | undefined =>
  useLiveValue(relationships, (held) => held.find(({ user }) => user.id === userId));

export function useFriends(): UserSummary[] {
  const held = useRelationships();
  return useMemo(() => held.filter(({ type }) => type === 'FRIEND').map(({ user }) => user), [held]);
}

/** How many friend requests wait for an answer. */
export const useRequestCount = (): number => useLiveValue(relationships, (held) => held.filter(({ type }) => type === 'INCOMING').length);

/** Whose messages are not shown until asked for, and why. */
export function useConcealed(): ReadonlyMap<string, Concealment> {
  const held = useRelationships();
  return useMemo(() => concealments(held), [held]);
}
