import { refreshProfiles } from '@/features/users';
import type { EventHandlers } from '@/realtime';
import { applyRelationship, applyUserToRelationships, relationships } from './cache';

export const relationshipsEvents = {
  ready: (payload) => relationships.set(payload.relationships),
  'relationship:update': (changed) => {
    relationships.update((held) => applyRelationship(held, changed));
    // Whoever became a friend is one in common with others now.
    refreshProfiles();
  },
  'user:update': (user) => relationships.update((held) => applyUserToRelationships(held, user)),
  // What is in common with others: servers, and names in them.
  'server:create': () => refreshProfiles(),
  'server:delete': () => refreshProfiles(),
  'member:add': ({ user }) => refreshProfiles(user.id),
  'member:update': ({ user }) => refreshProfiles(user.id),
  'member:remove': ({ userId }) => refreshProfiles(userId),
} satisfies Partial<EventHandlers>;
