import type { Message } from '@hearth/contract';
import { createContext, use } from 'react';

/** What a row can ask for. The same object for the life of a conversation, so that rows are not rendered again. */
export interface ConversationActions {
  canEdit: (message: Message) => boolean;
  canDelete: (message: Message) => boolean;
  startEdit: (message: Message) => void;
  stopEdit: () => void;
  saveEdit: (message: Message, content: string) => void;
  /** Its content, or what was written in its place and refused. */
  textToEdit: (message: Message) => string;
  /** Asks first, unless told not to. */
  remove: (message: Message, skipQuestion: boolean) => void;
  copy: (text: string) => void;
  markUnread: (message: Message) => void;
  /** Begins to choose messages that are to be deleted together; null for whoever may not. */
  choose: ((message: Message) => void) | null;
}

export const ActionsContext = createContext<ConversationActions | null>(null);

export function useActions(): ConversationActions {
  const actions = use(ActionsContext);
  if (!actions) throw new Error('Rows belong inside a conversation');
  return actions;
}
