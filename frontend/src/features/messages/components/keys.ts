import type { Message } from '@hearth/contract';
import { isPressed } from '@/lib/keys';
import type { ConversationActions } from './conversation-actions';
import { openContextMenu } from './open-context-menu';

interface RowKey {
  /** As `Kbd` shows them. */
  keys: string;
  /** What they do, in the sheet of all shortcuts. */
  text: `shortcuts.${string}`;
  may?: (actions: ConversationActions, message: Message) => boolean;
  act: (actions: ConversationActions, message: Message, row: HTMLElement) => void;
}

/** Keys that act on the message that has the focus, and only while the message itself has it. */
export const rowKeys = [
  { keys: 'enter', text: 'shortcuts.messageActions', act: (_actions, _message, row) => openContextMenu(row) },
  {
    keys: 'plus',
    text: 'shortcuts.react',
    may: ({ reactions }) => reactions.mayAdd,
    act: ({ reactions }, message, row) => reactions.pick(message, row),
  },
  {
    keys: 'r',
    text: 'shortcuts.reply',
    may: ({ canReply }, message) => canReply(message),
    act: ({ reply }, message) => reply(message),
  },
  {
    keys: 'f',
    text: 'shortcuts.forward',
    may: ({ canForward }, message) => canForward(message),
    act: ({ forward }, message) => forward(message),
  },
  {
    keys: 'p',
    text: 'shortcuts.pin',
    may: ({ canPin }, message) => canPin(message),
    act: ({ pin }, message) => pin(message),
  },
  {
    keys: 'e',
    text: 'shortcuts.editMessage',
    may: ({ canEdit }, message) => canEdit(message),
    act: ({ startEdit }, message) => startEdit(message),
  },
  {
    keys: 'delete',
    text: 'shortcuts.deleteMessage',
    may: ({ canDelete }, message) => canDelete(message),
    act: ({ remove }, message) => remove(message, false),
  },
  {
    keys: 'shift+delete',
    text: 'shortcuts.deleteAtOnce',
    may: ({ canDelete }, message) => canDelete(message),
    act: ({ remove }, message) => remove(message, true),
  },
] as const satisfies readonly RowKey[];

/** What a key does with a message, if anything. */
export const rowKeyOf = (event: KeyboardEvent, actions: ConversationActions, message: Message): RowKey | undefined =>
  (rowKeys as readonly RowKey[]).find(({ keys, may = () => true }) => isPressed(keys, event) && may(actions, message));

/** Which message has the focus. */
export const listKeys = {
  previous: { keys: 'up', text: 'shortcuts.previousMessage' },
  next: { keys: 'down', text: 'shortcuts.nextMessage' },
  first: { keys: 'home', text: 'shortcuts.firstMessage' },
  last: { keys: 'end', text: 'shortcuts.lastMessage' },
} as const;

export const composerKeys = {
  send: { keys: 'enter', text: 'shortcuts.send' },
  newLine: { keys: 'shift+enter', text: 'shortcuts.newLine' },
  editLast: { keys: 'up', text: 'shortcuts.editLast' },
  emoji: { keys: 'mod+e', text: 'shortcuts.emoji' },
  attach: { keys: 'mod+u', text: 'shortcuts.attach' },
} as const;
