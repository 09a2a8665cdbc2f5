import type { Relationship, RelationshipType, UserSummary } from '@hearth/contract';
import { useMutation } from '@tanstack/react-query';
import { call } from '@/api';
import { applyRelationship, relationships } from './cache';

const hold = (changed: Relationship) => relationships.update((held) => applyRelationship(held, changed));

/** Takes somebody out of the list whom the server has just taken out; ignoring them stays. */
const end = (userId: string) =>
  relationships.update((held) => {
    const one = held.find(({ user }) => user.id === userId);
    return one ? applyRelationship(held, { ...one, type: null }) : held;
  });

/** By user name. */
export const useRequestFriend = () =>
  useMutation({ mutationFn: (username: string) => call('requestFriend', { body: { username } }), onSuccess: hold });

interface Change {
  userId: string;
  /** How it stood when the person decided: if it stands otherwise by now, nothing is done. */
  expect?: RelationshipType;
}

export const useSetRelationship = () =>
  useMutation({
    mutationFn: ({ userId, ...body }: Change & { type: 'FRIEND' | 'BLOCKED' }) => call('setRelationship', { params: { userId }, body }),
    onSuccess: hold,
  });

/** Declines, cancels, unfriends or unblocks. */
export const useRemoveRelationship = () =>
  useMutation({
    mutationFn: ({ userId, ...query }: Change) => call('removeRelationship', { params: { userId }, query }),
    onSuccess: (_answer, { userId }) => end(userId),
  });

/** Shown at once, and taken back if it fails. */
export const useSetIgnored = () =>
  useMutation({
    mutationFn: ({ user, ignored }: { user: UserSummary; ignored: boolean }) =>
      call(ignored ? 'ignoreUser' : 'unignoreUser', { params: { userId: user.id } }),
    onMutate: ({ user, ignored }) => {
      const before = relationships.get().find((one) => one.user.id === user.id);
      const none: Relationship = { user, type: null, ignored: false, createdAt: new Date().toISOString() };
      hold({ ...(before ?? none), ignored });
      return before ?? none;
    },
    onError: (_error, _change, before) => before && hold(before),
  });
