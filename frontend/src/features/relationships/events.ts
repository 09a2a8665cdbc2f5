import type { EventHandlers } from '@/realtime';
import { applyRelationship, applyUserToRelationships, relationships } from './cache';

export const relationshipsEvents = {
  ready: (payload) => relationships.set(payload.relationships),
  'relationship:update': (changed) => relationships.update((held) => applyRelationship(held, changed)),
  'user:update': (user) => relationships.update((held) => applyUserToRelationships(held, user)),
} satisfies Partial<EventHandlers>;
