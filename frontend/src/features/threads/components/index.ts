import { managementScreen } from '@/i18n';

export { TagChoices } from './fields';
export { LastActivity } from './LastActivity';
export { ThreadChip } from './ThreadChip';
export { ThreadMenuItem } from './ThreadMenuItem';
export { WithThreads } from './WithThreads';

export const CreateThreadDialog = /* @__PURE__ */ managementScreen(() => import('./CreateThreadDialog'));
export const ThreadList = /* @__PURE__ */ managementScreen(() => import('./ThreadList'));
export const ThreadView = /* @__PURE__ */ managementScreen(() => import('./ThreadView'));
