import type { Conversation, ConversationState, Message, UserSummary } from '@hearth/contract';
import { liveValue } from '@/api';
import { withUser } from '@/features/users';
import { without } from '@/lib/without';

/** A DM or group as it is held: its channel, with the counters, stands among the channels. */
export type HeldConversation = Omit<Conversation, 'channel' | 'receipts'>;

export type HeldConversations = Readonly<Record<string, HeldConversation>>;

const none: HeldConversations = {};

export const conversations = liveValue(none, 'direct-conversations');

const begun: HeldConversation = { lastMessage: null, pinnedAt: null, archivedAt: null, mutedUntil: null };

const withoutChannel = ({ lastMessage, pinnedAt, archivedAt, mutedUntil }: Conversation): HeldConversation => ({
  lastMessage,
  pinnedAt,
  archivedAt,
  mutedUntil,
});

export const applyReady = (list: readonly Conversation[]): HeldConversations =>
  Object.fromEntries(list.map((conversation) => [conversation.channel.id, withoutChannel(conversation)]));

/** What is loaded page by page, or alone, joins what is held; a message that came meanwhile is newer than the answer. */
export function applyLoaded(held: HeldConversations, list: readonly Conversation[]): HeldConversations {
  const loaded = list.map((conversation) => {
    const before = held[conversation.channel.id]?.lastMessage;
    const now = withoutChannel(conversation);
    const isNewer = before && before.seq > (now.lastMessage?.seq ?? 0);
    return [conversation.channel.id, isNewer ? { ...now, lastMessage: before } : now] as const;
  });
  return { ...held, ...Object.fromEntries(loaded) };
}

export const applyBegun = (held: HeldConversations, channelId: string): HeldConversations =>
  channelId in held ? held : { ...held, [channelId]: begun };

export function applyState(held: HeldConversations, { channelId, ...state }: ConversationState): HeldConversations {
  const before = held[channelId];
  return before ? { ...held, [channelId]: { ...before, ...state } } : held;
}

const isMuted = ({ mutedUntil }: HeldConversation, now: number): boolean => mutedUntil !== null && Date.parse(mutedUntil) > now;

export const isMutedNow = (conversation: HeldConversation): boolean => isMuted(conversation, Date.now());

/** A message takes the conversation out of the archive, unless it is muted. @param now Unix time in milliseconds */
export function applyNewMessage(held: HeldConversations, message: Message, now: number): HeldConversations {
  const before = held[message.channelId];
  if (!before || (before.lastMessage?.seq ?? 0) >= message.seq) return held;
  const archivedAt = isMuted(before, now) ? before.archivedAt : null;
  return { ...held, [message.channelId]: { ...before, archivedAt, lastMessage: message } };
}

export function applyEdit(held: HeldConversations, message: Message): HeldConversations {
  const before = held[message.channelId];
  if (!before?.lastMessage || before.lastMessage.id !== message.id || before.lastMessage.version > message.version) return held;
  return { ...held, [message.channelId]: { ...before, lastMessage: message } };
}

export function applyUser(held: HeldConversations, user: UserSummary): HeldConversations {
  const isTheirs = ({ lastMessage }: HeldConversation) => lastMessage?.author.id === user.id;
  if (!Object.values(held).some(isTheirs)) return held;
  const named = (conversation: HeldConversation): HeldConversation =>
    conversation.lastMessage && isTheirs(conversation)
      ? { ...conversation, lastMessage: { ...conversation.lastMessage, author: withUser(conversation.lastMessage.author, user) } }
      : conversation;
  return Object.fromEntries(Object.entries(held).map(([channelId, conversation]) => [channelId, named(conversation)]));
}

export const drop = (held: HeldConversations, channelId: string): HeldConversations => without(held, channelId);
