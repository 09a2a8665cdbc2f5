import { managementScreen } from '@/i18n';

export const MediaDialog = /* @__PURE__ */ managementScreen(() => import('./MediaDialog'));
