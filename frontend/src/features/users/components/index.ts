import { lazy } from 'react';

export { ProfilePlace, ProfileTrigger, useProfileCard } from './ProfileTrigger';
export { useNames } from './use-names';

export const StatusTextDialog = /* @__PURE__ */ lazy(() => import('./StatusTextDialog'));
