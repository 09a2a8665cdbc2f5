import { managementScreen } from '@/i18n';

export const ExpressionsSettings = /* @__PURE__ */ managementScreen(() => import('./ExpressionsSettings'));
