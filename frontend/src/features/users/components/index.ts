import { lazyPart } from '@/lib/lazy-part';
export { ProfilePlace, ProfileTrigger, useProfileCard } from './ProfileTrigger';
export { useNames, usePeople } from './use-names';

export const StatusTextDialog = /* @__PURE__ */ lazyPart(() => import('./StatusTextDialog'));
