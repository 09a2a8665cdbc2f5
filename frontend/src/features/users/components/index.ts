import { lazy } from 'react';

export { useNames } from './use-names';

export const ProfileSettings = /* @__PURE__ */ lazy(() => import('./ProfileSettings'));
