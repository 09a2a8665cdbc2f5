export { ConversationAvatar } from './ConversationAvatar';
export { ConversationList } from './ConversationList';
export { ConversationMenuItems, type ConversationDialogs } from './ConversationMenuItems';
export { GroupPeople } from './GroupPeople';
export { neighbourConversation } from './neighbours';
export { useConversationName } from './use-conversation-name';
