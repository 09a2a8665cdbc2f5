/**
 * People.
 *
 * - `useMe()`: the own account; only where somebody is signed in. `useUpdateMe()`: takes the changed fields.
 * - `useUser(userId)`: a profile, loaded when first shown.
 * - `useFoundPeople(query)`: those whom the user may know of, by the beginning of a name.
 * - `me`, `sameSummary`, `withUser`, `refreshProfiles`: for other features' caches.
 */
export { me, refreshProfiles, sameSummary, withUser, withUsers } from './cache';
export { usersEvents } from './events';
export { closeProfile, type ProfileTarget, useProfileStore } from './profile-store';
export { useUpdateMe } from './mutations';
export { useFoundPeople, useMe, useUser } from './queries';
