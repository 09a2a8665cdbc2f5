import { lazyPart } from '@/lib/lazy-part';
/**
 * Somebody's card, and the own one in the settings.
 *
 * - `ProfileHost`: shows the card that is asked for with `ProfileTrigger` or `useProfileCard` of the feature `users`.
 * - `ProfileSettings`, `PrivacySettings`: pages of the settings.
 */

export { ProfileHost } from './ProfileHost';

export const PrivacySettings = /* @__PURE__ */ lazyPart(() => import('./PrivacySettings'));
export const ProfileSettings = /* @__PURE__ */ lazyPart(() => import('./ProfileSettings'));
