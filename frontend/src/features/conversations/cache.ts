import type { Conversation, ConversationState, Message, UserSummary } from '@hearth/contract';
import { liveValue } from '@/api';
import { withUser } from '@/features/users';
import { without } from '@/lib/without';

/** A DM or group as it is held: its channel, with the counters, stands among the channels. */
export interface HeldConversation extends Omit<Conversation, 'channel' | 'receipts'> {
  /** Every change of the channel up to this one is known here. */
  version: number;
}

export type HeldConversations = Readonly<Record<string, HeldConversation>>;

const none: HeldConversations = {};

export const conversations = liveValue(none, 'direct-conversations');

const begun: HeldConversation = { version: 0, lastMessage: null, pinnedAt: null, archivedAt: null, mutedUntil: null };

const withoutChannel = ({ channel, lastMessage, pinnedAt, archivedAt, mutedUntil }: Conversation): HeldConversation => ({
  version: channel.version,
  lastMessage,
  pinnedAt,
  archivedAt,
  mutedUntil,
});

/** What `ready` brings, and of the others those that are kept until they are asked for. */
export const applyReady = (held: HeldConversations, list: readonly Conversation[], kept: ReadonlySet<string>): HeldConversations => ({
  ...Object.fromEntries(Object.entries(held).filter(([channelId]) => kept.has(channelId))),
  ...Object.fromEntries(list.map((conversation) => [conversation.channel.id, withoutChannel(conversation)])),
});

/** What is loaded page by page, or alone, joins what is held; what came meanwhile is newer than the answer. */
export function applyLoaded(held: HeldConversations, list: readonly Conversation[]): HeldConversations {
  const loaded = list.map((conversation) => {
    const before = held[conversation.channel.id];
    const now = withoutChannel(conversation);
    return [conversation.channel.id, before ? { ...now, ...newer(before, now) } : now] as const;
  });
  return { ...held, ...Object.fromEntries(loaded) };
}

function newer(before: HeldConversation, now: HeldConversation): Pick<HeldConversation, 'version' | 'lastMessage'> {
  const isAhead = before.lastMessage !== null && before.lastMessage.version > now.version && before.lastMessage.seq >= lastSeq(now);
  return {
    version: Math.max(before.version, now.version),
    lastMessage: before.version > now.version || isAhead ? before.lastMessage : now.lastMessage,
  };
}

const lastSeq = ({ lastMessage }: HeldConversation): number => lastMessage?.seq ?? 0;

export const applyBegun = (held: HeldConversations, channelId: string): HeldConversations =>
  channelId in held ? held : { ...held, [channelId]: begun };

export function applyState(held: HeldConversations, { channelId, ...state }: ConversationState): HeldConversations {
  const before = held[channelId];
  return before ? { ...held, [channelId]: { ...before, ...state } } : held;
}

const isMuted = ({ mutedUntil }: HeldConversation, now: number): boolean => mutedUntil !== null && Date.parse(mutedUntil) > now;

export const isMutedNow = (conversation: HeldConversation): boolean => isMuted(conversation, Date.now());

/** Only what comes in its turn is known to leave nothing out. */
const heard = (before: HeldConversation, { version }: Message): HeldConversation =>
  version === before.version + 1 ? { ...before, version } : before;

/** What a message changes in its conversation, unless it tells nothing new. */
function change(
  held: HeldConversations,
  message: Message,
  changed: (before: HeldConversation) => HeldConversation | null,
): HeldConversations {
  const before = held[message.channelId];
  if (!before || message.version <= before.version) return held;
  const after = changed(before) ?? heard(before, message);
  return after === before ? held : { ...held, [message.channelId]: after };
}

/** A message takes the conversation out of the archive, unless it is muted. @param now Unix time in milliseconds */
export const applyNewMessage = (held: HeldConversations, message: Message, now: number): HeldConversations =>
  change(held, message, (before) => {
    if (lastSeq(before) >= message.seq) return null;
    return { ...heard(before, message), archivedAt: isMuted(before, now) ? before.archivedAt : null, lastMessage: message };
  });

const isLast = ({ lastMessage }: HeldConversation, { id, version }: Message): boolean =>
  lastMessage?.id === id && lastMessage.version < version;

export const applyEdit = (held: HeldConversations, message: Message): HeldConversations =>
  change(held, message, (before) => (isLast(before, message) ? { ...heard(before, message), lastMessage: message } : null));

/** Which message is the last one now is not known: the version stays behind until it is. */
export const applyDeletion = (held: HeldConversations, message: Message): HeldConversations =>
  change(held, message, (before) => (isLast(before, message) ? { ...before, lastMessage: message } : null));

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
