import { managementScreen } from '@/i18n';

export const StarredPage = /* @__PURE__ */ managementScreen(() => import('./StarredPage'));
