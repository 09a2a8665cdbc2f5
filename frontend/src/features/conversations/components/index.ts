import { lazy } from 'react';

export { ConversationAvatar } from './ConversationAvatar';
export { ConversationList } from './ConversationList';
export { ConversationMenuItems, type ConversationDialogs } from './ConversationMenuItems';
export { GroupPeople } from './GroupPeople';
export { useConversationName } from './use-conversation-name';
export const NewConversationDialog = lazy(() => import('./NewConversationDialog'));
export const AddPeopleDialog = lazy(() => import('./AddPeopleDialog'));
export const EditGroupDialog = lazy(() => import('./EditGroupDialog'));
export const LeaveGroupDialog = lazy(() => import('./LeaveGroupDialog'));
