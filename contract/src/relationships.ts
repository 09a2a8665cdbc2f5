import * as z from 'zod';
import { id, timestamp } from './ids.js';
import { noContent, route } from './route.js';
import { username, userSummary } from './users.js';

export const relationshipTypes = ['FRIEND', 'INCOMING', 'OUTGOING', 'BLOCKED'] as const;
export const relationshipType = z.enum(relationshipTypes);
export type RelationshipType = z.infer<typeof relationshipType>;

/** How the reader stands to somebody. */
export const relationship = z
  .object({
    user: userSummary,
    type: relationshipType.nullable(),
    ignored: z.boolean(),
    /** When it became what it is. */
    createdAt: timestamp,
  })
  .meta({
    id: 'Relationship',
    description: 'INCOMING and OUTGOING are open requests. Neither a type nor ignored: there is none any more',
  });
export type Relationship = z.infer<typeof relationship>;

const tag = 'relationships';
const userParams = z.object({ userId: id });

export const listRelationships = route({
  method: 'GET',
  path: '/users/me/relationships',
  tag,
  summary: 'Friends, open requests in both directions, and whom the caller blocks or ignores',
  response: z.object({ relationships: z.array(relationship) }),
});

export const requestFriend = route({
  method: 'POST',
  path: '/users/me/relationships',
  tag,
  summary: 'Ask somebody by user name to be friends; accepts where they asked already. NOT_FOUND also where a stranger takes no requests',
  body: z.object({ username }).meta({ id: 'RequestFriend' }),
  response: relationship,
  errors: ['NOT_FOUND', 'NOT_ACCEPTED', 'CONFLICT', 'LIMIT_REACHED'],
});

export const setRelationship = route({
  method: 'PUT',
  path: '/users/me/relationships/:userId',
  tag,
  summary:
    'FRIEND asks to be friends, or accepts where they asked already; BLOCKED blocks. With `expect`, CONFLICT unless it stands so now',
  params: userParams,
  body: z.object({ type: z.enum(['FRIEND', 'BLOCKED']), expect: relationshipType.optional() }).meta({ id: 'SetRelationship' }),
  response: relationship,
  errors: ['NOT_FOUND', 'NOT_ACCEPTED', 'CONFLICT', 'LIMIT_REACHED'],
});

export const removeRelationship = route({
  method: 'DELETE',
  path: '/users/me/relationships/:userId',
  tag,
  summary: 'Decline, cancel, unfriend or unblock. With `expect`, CONFLICT unless it stands so now',
  params: userParams,
  query: z.object({ expect: relationshipType.optional() }),
  response: noContent,
  errors: ['NOT_FOUND', 'CONFLICT'],
});

export const ignoreUser = route({
  method: 'PUT',
  path: '/users/me/relationships/:userId/ignore',
  tag,
  summary: 'Ignore somebody: softer than a block, they may still write',
  params: userParams,
  response: relationship,
  errors: ['NOT_FOUND', 'LIMIT_REACHED'],
});

export const unignoreUser = route({
  method: 'DELETE',
  path: '/users/me/relationships/:userId/ignore',
  tag,
  summary: 'Ignore somebody no longer',
  params: userParams,
  response: noContent,
  errors: ['NOT_FOUND'],
});

export const relationshipRoutes = {
  listRelationships,
  requestFriend,
  setRelationship,
  removeRelationship,
  ignoreUser,
  unignoreUser,
};
