import { managementScreen } from '@/i18n';

export const OwnStorageSettings = /* @__PURE__ */ managementScreen(() => import('./OwnStorageSettings'));
export const ServerStorageSettings = /* @__PURE__ */ managementScreen(() => import('./ServerStorageSettings'));
export { Shares } from './Shares';
