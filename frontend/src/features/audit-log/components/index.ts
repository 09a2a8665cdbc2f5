import { managementScreen } from '@/i18n';

export const AuditLogSettings = /* @__PURE__ */ managementScreen(() => import('./AuditLogSettings'));
