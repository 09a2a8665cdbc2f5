import type { Message } from '@hearth/contract';
import { create } from 'zustand';

/** The dialogs of the app, each with what it is about. */
export type DialogRequest =
  | { kind: 'createServer' }
  | { kind: 'joinServer' }
  | { kind: 'leaveServer'; serverId: string }
  | { kind: 'invite'; serverId: string; channelId: string | null }
  | { kind: 'createChannel'; serverId: string; parentId: string | null }
  | { kind: 'createCategory'; serverId: string }
  | { kind: 'deleteChannel'; channelId: string }
  | { kind: 'ownPermissions'; channelId: string }
  | { kind: 'syncChannel'; channelId: string }
  | { kind: 'topic'; channelId: string }
  | { kind: 'createThread'; channelId: string; messageId: string | null; suggestion: string }
  | { kind: 'publish'; messageId: string }
  | { kind: 'follow'; channelId: string }
  | { kind: 'newConversation' }
  | { kind: 'addPeople'; channelId: string }
  | { kind: 'editGroup'; channelId: string }
  | { kind: 'leaveGroup'; channelId: string }
  | { kind: 'schedule'; channelId: string; content: string; replyToId: string | null }
  | { kind: 'scheduled' }
  | { kind: 'remind'; messageId: string }
  | { kind: 'reminders' }
  | { kind: 'forward'; message: Message }
  | { kind: 'logOut' }
  | { kind: 'switcher' }
  | { kind: 'jumpToDate'; channelId: string }
  | { kind: 'media'; channelId: string }
  | { kind: 'shortcuts' };

interface Dialogs {
  request: DialogRequest | null;
  /** Stays for as long as the dialog takes to go. */
  open: boolean;
  /** Every opening is a dialog of its own, with nothing left of the one before. */
  count: number;
}

export const useDialogs = create<Dialogs>(() => ({ request: null, open: false, count: 0 }));

export const openDialog = (request: DialogRequest): void => useDialogs.setState(({ count }) => ({ request, open: true, count: count + 1 }));

export const closeDialog = (): void => useDialogs.setState({ open: false });
