import { managementScreen } from '@/i18n';

export const ForumSettings = /* @__PURE__ */ managementScreen(() => import('./ForumSettings'));
export const ForumView = /* @__PURE__ */ managementScreen(() => import('./ForumView'));
