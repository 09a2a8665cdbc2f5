import { managementScreen } from '@/i18n';

export const ForwardDialog = /* @__PURE__ */ managementScreen(() => import('./ForwardDialog'));
