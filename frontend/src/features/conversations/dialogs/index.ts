import { lazyPart } from '@/lib/lazy-part';
export const NewConversationDialog = /* @__PURE__ */ lazyPart(() => import('../components/NewConversationDialog'));
export const AddPeopleDialog = /* @__PURE__ */ lazyPart(() => import('../components/AddPeopleDialog'));
export const EditGroupDialog = /* @__PURE__ */ lazyPart(() => import('../components/EditGroupDialog'));
export const LeaveGroupDialog = /* @__PURE__ */ lazyPart(() => import('../components/LeaveGroupDialog'));
