import { lazy } from 'react';
import { managementScreen } from '@/i18n';

export { InvitePicture, InviteSummary } from './InvitePreviewHeader';
export { ServerMenu } from './ServerMenu';
export { ServerRail } from './ServerRail';

export const CreateServerDialog = /* @__PURE__ */ lazy(() => import('./CreateServerDialog'));
export const InviteDialog = /* @__PURE__ */ lazy(() => import('./InviteDialog'));
export const JoinServerDialog = /* @__PURE__ */ lazy(() => import('./JoinServerDialog'));
export const LeaveServerDialog = /* @__PURE__ */ lazy(() => import('./LeaveServerDialog'));
export const OverviewSettings = /* @__PURE__ */ managementScreen(() => import('./OverviewSettings'));
