import { managementScreen } from '@/i18n';
import { lazyPart } from '@/lib/lazy-part';

export { LastActivity } from './LastActivity';
export { ThreadChip } from './ThreadChip';
export { WithThreads } from './WithThreads';

export const CreateThreadDialog = /* @__PURE__ */ managementScreen(() => import('./CreateThreadDialog'));
export const ThreadList = /* @__PURE__ */ managementScreen(() => import('./ThreadList'));
export const ThreadView = /* @__PURE__ */ managementScreen(() => import('./ThreadView'));

/** In a menu: loaded when one opens. */
export const ThreadMenuItem = /* @__PURE__ */ lazyPart(() => import('./ThreadMenuItem'));
