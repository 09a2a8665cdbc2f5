import { managementScreen } from '@/i18n';

export const InboxPage = /* @__PURE__ */ managementScreen(() => import('./InboxPage'));
