import type { Message, MessageMark } from '@hearth/contract';
import { call } from '@/api';
import { conversations } from './client';

const markOf = ({ id: messageId, channelId, seq, starred, hidden }: Message): MessageMark => ({
  messageId,
  channelId,
  seq,
  starred: starred ?? false,
  hidden: hidden ?? false,
});

/** Shows at once; what the server refuses is taken back. */
async function mark(message: Message, change: Partial<MessageMark>, ask: () => Promise<MessageMark>): Promise<void> {
  const { channelId } = message;
  conversations.mark(channelId, { ...markOf(message), ...change });
  try {
    conversations.mark(channelId, await ask());
  } catch (error) {
    conversations.mark(channelId, markOf(message));
    throw error;
  }
}

const of = ({ id: messageId }: Message) => ({ params: { messageId } });

export const setStarred = (message: Message, starred: boolean): Promise<void> =>
  mark(message, { starred }, () => call(starred ? 'starMessage' : 'unstarMessage', of(message)));

export const setHidden = (message: Message, hidden: boolean): Promise<void> =>
  mark(message, { hidden }, () => call(hidden ? 'hideMessage' : 'showMessage', of(message)));

export async function setPinned(message: Message, pinned: boolean): Promise<void> {
  conversations.acknowledge(await call(pinned ? 'pinMessage' : 'unpinMessage', of(message)));
}
