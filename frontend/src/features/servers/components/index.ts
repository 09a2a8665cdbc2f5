import { lazy } from 'react';

export { InvitePicture, InviteSummary } from './InvitePreviewHeader';
export { MemberList, type MemberListProps } from './MemberList';
export { ServerMenu, type ServerMenuProps } from './ServerMenu';
export { ServerRail, type ServerRailProps } from './ServerRail';

export const CreateServerDialog = /* @__PURE__ */ lazy(() => import('./CreateServerDialog'));
export const InviteDialog = /* @__PURE__ */ lazy(() => import('./InviteDialog'));
export const JoinServerDialog = /* @__PURE__ */ lazy(() => import('./JoinServerDialog'));
export const LeaveServerDialog = /* @__PURE__ */ lazy(() => import('./LeaveServerDialog'));
export const ServerSettings = /* @__PURE__ */ lazy(() => import('./ServerSettings'));
