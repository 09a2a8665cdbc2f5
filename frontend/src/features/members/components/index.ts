import { managementScreen } from '@/i18n';

export const InvitesSettings = /* @__PURE__ */ managementScreen(() => import('./InvitesSettings'));
export const MembersSettings = /* @__PURE__ */ managementScreen(() => import('./MembersSettings'));
export const OwnInvites = /* @__PURE__ */ managementScreen(() => import('./OwnInvites'));
export const OwnerSettings = /* @__PURE__ */ managementScreen(() => import('./OwnerSettings'));
