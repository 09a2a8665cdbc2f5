/**
 * People.
 *
 * - `useMe()`: the own account; only where somebody is signed in. `useUpdateMe()`: takes the changed fields.
 * - `useUser(userId)`: a profile, loaded when first shown.
 * - `me`, `withUser`: for other features' caches.
 */
export { me, withUser } from './cache';
export { usersEvents } from './events';
export { useUpdateMe } from './mutations';
export { useFoundPeople, useMe, useUser } from './queries';
