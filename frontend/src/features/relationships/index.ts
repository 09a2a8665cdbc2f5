/**
 * How the user stands to other people: friends, requests, whom they block or ignore.
 */
export { relationshipsEvents } from './events';
export { useFriends, useRelationship, useRelationships } from './queries';
