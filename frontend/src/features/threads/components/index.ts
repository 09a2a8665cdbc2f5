import { managementScreen } from '@/i18n';

export { LastActivity } from './LastActivity';
export { ThreadChip } from './ThreadChip';
export { TagChoices } from './TagChoices';
export { ThreadMenuItem } from './ThreadMenuItem';
export { WithThreads } from './WithThreads';

export const CreateThreadDialog = /* @__PURE__ */ managementScreen(() => import('./CreateThreadDialog'));
export const ThreadList = /* @__PURE__ */ managementScreen(() => import('./ThreadList'));
export const ThreadView = /* @__PURE__ */ managementScreen(() => import('./ThreadView'));
