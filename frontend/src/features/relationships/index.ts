/**
 * How the user stands to other people: friends, requests, whom they block or ignore.
 *
 * - `useRelationships()`: all. `useRelationship(userId)`: one. `useFriends()`: the people. `useRequestCount()`: of those that wait
 *   for an answer.
 * - `useConcealed()`: by id, whose messages are not shown until asked for.
 *   `isConcealed(userId)`: the same outside React.
 * - `askFirst(question)`: before somebody is blocked, declined or removed from the friends.
 * - `useRequestFriend()`: by user name. `useSetRelationship()`, `useRemoveRelationship()`, `useSetIgnored()`: by id; with `expect` refused
 *   where it stands otherwise by now.
 */
export { type Concealment, isConcealed } from './cache';
export { relationshipsEvents } from './events';
export { askFirst, closeQuestion } from './question-store';
export { useRemoveRelationship, useRequestFriend, useSetIgnored, useSetRelationship } from './mutations';
export { useConcealed, useFriends, useRelationship, useRelationships, useRequestCount } from './queries';
