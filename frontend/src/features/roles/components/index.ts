import { managementScreen } from '@/i18n';

export const ChannelPermissionsSettings = /* @__PURE__ */ managementScreen(() => import('./ChannelPermissionsSettings'));
export const CreateCategoryDialog = /* @__PURE__ */ managementScreen(() => import('./CreateCategoryDialog'));
export const CreateChannelDialog = /* @__PURE__ */ managementScreen(() => import('./CreateChannelDialog'));
export const ExplainerSettings = /* @__PURE__ */ managementScreen(() => import('./ExplainerSettings'));
export const OwnPermissionsDialog = /* @__PURE__ */ managementScreen(() => import('./OwnPermissionsDialog'));
export const RolesSettings = /* @__PURE__ */ managementScreen(() => import('./RolesSettings'));
export const SyncDialog = /* @__PURE__ */ managementScreen(() => import('./SyncDialog'));
export const ServerExplanation = /* @__PURE__ */ managementScreen(() => import('./ServerExplanation'));
