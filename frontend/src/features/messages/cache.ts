import type { Changes, Message, MessageActor, UserSummary } from '@hearth/contract';
import { withUser, withUsers } from '@/features/users';
import { keepOwn, withMark, withMarksOf, type OwnMark } from './own-part';
import { withQuote, withQuotedUser, withQuoteGone, withQuoteHidden } from './quotes';

/**
 * What is held of a channel: one window of its messages without holes, save those that are still on their way.
 *
 * How far the channel itself goes, held or not, stands in the list of channels.
 *
 * Every change of a channel has a version of its own. Events may come late, twice or never; `version` and `seen` know which came.
 */
export interface Conversation {
  channelId: string;
  /** Ascending by `seq`. */
  messages: readonly Message[];
  /** Every change up to this one is known. */
  version: number;
  /** Those above `version` that came already, ascending. There is a gap as long as there are any. */
  seen: readonly number[];
  hasOlder: boolean;
  /** Whether the window ends with the newest message. */
  atNewest: boolean;
}

/**
 * What a message is now; of one of many that were deleted at once, that it is no more; or what the reader marked it with, which raises no
 * version. `isOwnView`: as this reader sees it, and not as everybody does. `mine`: what the reader themselves did to it.
 */
export type MessageChange = VersionedChange | { mark: OwnMark };
export type VersionedChange =
  | { version: number; message: Message; isOwnView?: boolean; mine?: MessageActor | undefined }
  | { version: number; seq: number; deletedAt: string };

export interface MessagePage {
  messages: readonly Message[];
  hasMore: boolean;
}

/** @param version the channel stood at this one, or later, when the page was made */
export function fromPage(channelId: string, page: MessagePage, version: number, part: 'newest' | 'around'): Conversation {
  const { messages, hasMore } = page;
  const isAll = !hasMore;
  return {
    channelId,
    messages,
    // A page shows one moment: with the change of any of its rows, it shows all changes before that one.
    version: messages.reduce((highest, message) => Math.max(highest, message.version), version),
    seen: [],
    hasOlder: hasMore && messages[0]?.seq !== 1,
    // With `around` it is not told on which side there is more.
    atNewest: part === 'newest' || isAll,
  };
}

/** Somebody who reads on and on lets go of what lies so many messages behind: what is held stays quick, however long a channel is. */
export const MOST_HELD = 500;

/** @param before the seq that the page was asked for; the page is dropped if the window begins elsewhere by now */
export function prependOlder(held: Conversation, before: number, page: MessagePage): Conversation {
  if (held.messages[0]?.seq !== before) return held;
  const messages = merge(held.messages, page.messages);
  const atNewest = held.atNewest && messages.length <= MOST_HELD;
  return { ...held, messages: messages.slice(0, MOST_HELD), hasOlder: page.hasMore, atNewest };
}

/** @param after the seq that the page was asked for; the page is dropped if the window ends elsewhere by now */
export function appendNewer(held: Conversation, after: number, page: MessagePage): Conversation {
  if (held.messages.at(-1)?.seq !== after) return held;
  return withoutOldest({ ...held, messages: merge(held.messages, page.messages), atNewest: !page.hasMore }, MOST_HELD);
}

/** Lets go of all but the newest so many of what is held. */
export function withoutOldest(held: Conversation, kept: number): Conversation {
  return held.messages.length <= kept ? held : { ...held, messages: held.messages.slice(-kept), hasOlder: true };
}

export function applyMessageChange(held: Conversation, change: MessageChange): Conversation {
  if ('mark' in change) return withMarked(held, change.mark);
  if ('message' in change) return noteVersion(withChanged(held, change), change.version);
  const { seq, version, deletedAt } = change;
  const row = held.messages[place(held.messages, seq)];
  const isHere = row?.seq === seq;
  const next = isHere ? withMessage(held, emptied(row, version, deletedAt), false) : held;
  // The rest of it is what is held, if nothing is missing before; else its version stays open, so that it is asked for.
  const isWhole = isHere ? version <= held.version + 1 : !belongs(held, change);
  return withQuotes(isWhole ? noteVersion(next, version) : next, (message) => withQuoteGone(message, change));
}

function withChanged(held: Conversation, change: Extract<MessageChange, { message: Message }>): Conversation {
  const { message, isOwnView = false, mine } = change;
  const next = withMessage(held, message, isOwnView);
  return mine ? withRow(next, message.seq, (row) => withMarksOf(row, mine)) : next;
}

const withMarked = (held: Conversation, mark: OwnMark): Conversation =>
  withQuotes(
    withRow(held, mark.seq, (row) => withMark(row, mark)),
    (reply) => withQuoteHidden(reply, mark),
  );

/** What is left of a message, as the server tells it. */
function emptied({ id, channelId, seq, type, author, nonce, createdAt, editedAt }: Message, version: number, deletedAt: string): Message {
  return {
    ...{ id, channelId, seq, version, type, author, createdAt, editedAt, deletedAt, content: '' },
    ...(nonce !== undefined && { nonce }),
    ...{ replyTo: null, attachments: [], reactions: [], mentions: [], embeds: [], pinnedAt: null },
  };
}

/** Whether a change came before one that must have been made earlier. */
export const hasGap = ({ seen }: Conversation): boolean => seen.length > 0;

/** The answer to what changed after a version. To a window that stands below that one by now, it is news with a gap before it. */
export function applyChanges(held: Conversation, after: number, answer: Exclude<Changes, { reset: true }>): Conversation {
  if (held.version < after)
    return answer.messages.map((message) => ({ version: message.version, message, isOwnView: true })).reduce(applyMessageChange, held);
  return raiseFloor(
    answer.messages.reduce((window, message) => withMessage(window, message, true), held),
    answer.version,
  );
}

/** A person changed their name or picture. */
export function applyUser(held: Conversation, user: UserSummary): Conversation {
  const messages = held.messages.map((message) => withAuthor(message, user));
  return messages.some((message, index) => message !== held.messages[index]) ? { ...held, messages } : held;
}

/**
 * Up to where everything came: what the sender may be told was delivered. 0 when nothing is held.
 *
 * A hole that the version covers is none: those messages are hidden from this reader.
 */
export function receivedSeq({ messages, version }: Conversation): number {
  const hole = messages.findIndex((message, index) => {
    const before = messages[index - 1];
    return before !== undefined && message.seq !== before.seq + 1 && message.version > version;
  });
  return (hole < 0 ? messages.at(-1) : messages[hole - 1])?.seq ?? 0;
}

export function isHeld({ messages }: Conversation, seq: number): boolean {
  return messages[place(messages, seq)]?.seq === seq;
}

function withMessage(held: Conversation, message: Message, isOwnView: boolean): Conversation {
  const messages = belongs(held, message) ? put(held.messages, message, isOwnView) : held.messages;
  const next = messages === held.messages ? held : { ...held, messages };
  return withQuotes(next, (row) => withQuote(row, message));
}

/** Every event comes by here: nothing is made anew where nothing is quoted. */
function withQuotes(held: Conversation, change: (message: Message) => Message): Conversation {
  let messages: Message[] | null = null;
  for (const [index, message] of held.messages.entries()) {
    const changed = message.replyTo ? change(message) : message;
    if (changed !== message) (messages ??= [...held.messages])[index] = changed;
  }
  return messages ? { ...held, messages } : held;
}

function withRow(held: Conversation, seq: number, change: (row: Message) => Message): Conversation {
  const index = place(held.messages, seq);
  const row = held.messages[index];
  const changed = row?.seq === seq ? change(row) : row;
  return changed && changed !== row ? { ...held, messages: held.messages.with(index, changed) } : held;
}

/** Not before a window that begins later, not behind one that ends earlier than the channel. */
function belongs({ messages, hasOlder, atNewest }: Conversation, { seq }: { seq: number }): boolean {
  const isOlder = hasOlder && seq < (messages[0]?.seq ?? 0);
  const isNewer = !atNewest && seq > (messages.at(-1)?.seq ?? 0);
  return !isOlder && !isNewer;
}

/** The index at which `seq` stands or belongs. Mostly the end, so it is looked at first. */
function place(messages: readonly Message[], seq: number): number {
  const last = messages.at(-1);
  if (!last || last.seq < seq) return messages.length;
  let low = 0;
  let high = messages.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((messages[middle]?.seq ?? 0) < seq) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What everybody is told of a new reply, without what its reader hid. */
function asRead(messages: readonly Message[], reply: Message): Message {
  const seq = reply.replyTo?.seq ?? 0;
  const original = messages[place(messages, seq)];
  return original?.seq === seq ? withQuoteHidden(reply, { seq, hidden: original.hidden ?? false }) : reply;
}

/** The same list where the row is as new or newer already. */
function put(messages: readonly Message[], message: Message, isOwnView: boolean): readonly Message[] {
  const index = place(messages, message.seq);
  const row = messages[index];
  if (row?.seq !== message.seq) return messages.toSpliced(index, 0, isOwnView ? message : asRead(messages, message));
  if (row.version < message.version) return messages.with(index, keepOwn(row, message, isOwnView));
  if (row.version === message.version && isOwnView) return messages.with(index, keepOwn(row, message, true));
  // One of many deletions does not tell when the message was last edited: what comes after it does.
  const isNews = row.deletedAt !== null && (message.editedAt ?? '') > (row.editedAt ?? '');
  return isNews ? messages.with(index, { ...row, editedAt: message.editedAt }) : messages;
}

/** Pages are as the reader sees them. */
const merge = (messages: readonly Message[], others: readonly Message[]): readonly Message[] =>
  others.reduce((all, message) => put(all, message, true), messages);

function noteVersion(held: Conversation, version: number): Conversation {
  if (version <= held.version || held.seen.includes(version)) return held;
  return raiseFloor({ ...held, seen: [...held.seen, version].sort((a, b) => a - b) }, held.version);
}

/** Everything up to `floor` is known, and what was seen right behind it. */
function raiseFloor(held: Conversation, floor: number): Conversation {
  let version = Math.max(held.version, floor);
  for (const seen of held.seen) if (seen === version + 1) version = seen;
  const seen = held.seen.filter((one) => one > version);
  return version === held.version && seen.length === held.seen.length ? { ...held, seen } : { ...held, version, seen };
}

function withAuthor(message: Message, user: UserSummary): Message {
  const author = withUser(message.author, user);
  const replyTo = message.replyTo && withQuotedUser(message.replyTo, user);
  const mentions = withUsers(message.mentions, user);
  const isSame = author === message.author && replyTo === message.replyTo && mentions === message.mentions;
  return isSame ? message : { ...message, author, replyTo, mentions };
}
