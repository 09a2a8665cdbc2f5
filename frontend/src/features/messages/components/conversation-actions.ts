import type { Message } from '@hearth/contract';
import { createContext, use } from 'react';

export interface ReactionActions {
  /** Be the first with an emoji. */
  mayAdd: boolean;
  /** React with one that is there already. */
  mayJoin: boolean;
  add: (message: Message, emoji: string) => void;
  /** Offers all emoji beside an element of the row. */
  pick: (message: Message, anchor: HTMLElement) => void;
  showWho: (message: Message, emoji: string) => void;
}

/** Answering messages, handing them on, and keeping them at hand. */
export interface KeepingActions {
  canReply: (message: Message) => boolean;
  reply: (message: Message) => void;
  canForward: (message: Message) => boolean;
  forward: (message: Message) => void;
  canPin: (message: Message) => boolean;
  /** Pins, or takes the pin away. */
  pin: (message: Message) => void;
  /** Puts a star on it for oneself, or takes it away. */
  star: (message: Message) => void;
  /** From oneself alone. */
  hide: (message: Message) => void;
  show: (message: Message) => void;
  /** Of an edited message: what it said before. */
  canSeeHistory: (message: Message) => boolean;
  showHistory: (message: Message) => void;
  canSeeReaders: (message: Message) => boolean;
  showReaders: (message: Message) => void;
}

/** What a row can ask for. The same object for the life of a conversation, so that rows are not rendered again. */
export interface ConversationActions extends KeepingActions {
  canEdit: (message: Message) => boolean;
  canDelete: (message: Message) => boolean;
  startEdit: (message: Message) => void;
  stopEdit: () => void;
  saveEdit: (message: Message, content: string) => void;
  /** Its content, or what was written in its place and refused. */
  textToEdit: (message: Message) => string;
  /** Asks first, unless told not to. */
  remove: (message: Message, skipQuestion: boolean) => void;
  /** Adds a reaction or takes an own one back; without an emoji adds the one that the person uses most. */
  react: (message: Message, emoji?: string) => void;
  reactions: ReactionActions;
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
