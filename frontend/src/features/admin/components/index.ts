import { managementScreen } from '@/i18n';

export const FilesPage = /* @__PURE__ */ managementScreen(() => import('./FilesPage'));
export const JobsPage = /* @__PURE__ */ managementScreen(() => import('./JobsPage'));
export const AdminLogPage = /* @__PURE__ */ managementScreen(() => import('./AdminLogPage'));
