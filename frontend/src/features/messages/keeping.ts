import type { Message, MessageMark } from '@hearth/contract';
import { call, queryClient } from '@/api';
import { conversations } from './client';

export const STARRED = ['starred'] as const;
export const pinsKey = (channelId: string) => ['pins', channelId] as const;
export const historyKey = (messageId: string) => ['message-history', messageId] as const;

/** What is on screen of lists of messages is asked for again. */
export const reloadPins = (channelId: string): void => void queryClient.invalidateQueries({ queryKey: pinsKey(channelId) });
export const reloadStarred = (): void => void queryClient.invalidateQueries({ queryKey: STARRED });

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
