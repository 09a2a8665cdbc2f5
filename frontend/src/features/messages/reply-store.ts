import { quoteOf, type Message, type QuotedMessage } from '@hearth/contract';
import { create } from 'zustand';
import { without } from '@/lib/without';
import { me } from '@/features/users';

/** What is being answered, as it was when that began. */
export interface Reply {
  to: QuotedMessage;
  /** Whether whom it answers is mentioned. */
  mention: boolean;
}

/** By channel; null where the answer was taken back here, whatever the draft of another device says. */
export const useReplyStore = create<Readonly<Record<string, Reply | null>>>(() => ({}));

export const setReply = (channelId: string, reply: Reply | null): void => useReplyStore.setState({ [channelId]: reply });

/** Nobody is mentioned by themselves. */
export const replyTo = (message: QuotedMessage & Pick<Message, 'channelId'>): void =>
  setReply(message.channelId, { to: quoteOf(message), mention: message.author.id !== me.get()?.id });

/** It was sent: the next message answers nothing. */
export const endReply = (channelId: string): void => useReplyStore.setState((replies) => without(replies, channelId), true);

export const clearReplies = (): void => useReplyStore.setState({}, true);
