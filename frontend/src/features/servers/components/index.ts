import { managementScreen } from '@/i18n';
import { lazyPart } from '@/lib/lazy-part';

export { InvitePicture, InviteSummary } from './InvitePreviewHeader';
export { ServerMenu } from './ServerMenu';
export { ServerRail } from './ServerRail';

export const CreateServerDialog = /* @__PURE__ */ lazyPart(() => import('./CreateServerDialog'));
export const InviteDialog = /* @__PURE__ */ lazyPart(() => import('./InviteDialog'));
export const JoinServerDialog = /* @__PURE__ */ lazyPart(() => import('./JoinServerDialog'));
export const LeaveServerDialog = /* @__PURE__ */ lazyPart(() => import('./LeaveServerDialog'));
export const OverviewSettings = /* @__PURE__ */ managementScreen(() => import('./OverviewSettings'));
