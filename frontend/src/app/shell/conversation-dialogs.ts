import type { ConversationDialogs } from '@/features/conversations/components';
import { openDialog } from '../dialogs-store';

/** The dialogs that conversations ask for, wherever their menus are. */
export const conversationDialogs: ConversationDialogs = {
  onEditGroup: (channelId) => openDialog({ kind: 'editGroup', channelId }),
  onAddPeople: (channelId) => openDialog({ kind: 'addPeople', channelId }),
  onLeave: (channelId) => openDialog({ kind: 'leaveGroup', channelId }),
};

export const newConversation = (): void => openDialog({ kind: 'newConversation' });
