import { managementScreen } from '@/i18n';

export const RolesSettings = /* @__PURE__ */ managementScreen(() => import('./RolesSettings'));
