import { lazy } from 'react';

export const NewConversationDialog = /* @__PURE__ */ lazy(() => import('../components/NewConversationDialog'));
export const AddPeopleDialog = /* @__PURE__ */ lazy(() => import('../components/AddPeopleDialog'));
export const EditGroupDialog = /* @__PURE__ */ lazy(() => import('../components/EditGroupDialog'));
export const LeaveGroupDialog = /* @__PURE__ */ lazy(() => import('../components/LeaveGroupDialog'));
