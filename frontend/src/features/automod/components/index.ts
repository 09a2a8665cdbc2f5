import { managementScreen } from '@/i18n';

export const AutoModSettings = /* @__PURE__ */ managementScreen(() => import('./AutoModSettings'));
export const ModerationAlert = /* @__PURE__ */ managementScreen(() => import('./ModerationAlert'));
