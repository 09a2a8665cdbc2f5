import type { Message, MessageType } from '@hearth/contract';
import { dayKey } from '@/lib/format';
import type { PendingMessage } from './pending-message';

export type Row =
  /** `at`: the ISO time of the first message of that day. */
  | { kind: 'day'; key: string; at: string }
  | { kind: 'unread'; key: string }
  | MessageRow
  | { kind: 'pending'; key: string; pending: PendingMessage; startsGroup: boolean };

/** `system`: a notice such as MEMBER_JOIN; `message.type` says which. */
interface MessageRow {
  kind: 'message' | 'deleted' | 'system';
  key: string;
  message: Message;
  startsGroup: boolean;
}

export interface RowOptions {
  meId: string;
  firstUnreadSeq: number | null;
  /** More comes before the first message, so what stands above it is not known. */
  hasOlder: boolean;
  /** IANA name; left out: the browser's. */
  timeZone?: string;
}

/** Messages of one author within so long, in milliseconds, stand together under one name. */
const GROUP_WITHIN = 7 * 60_000;

const notices: ReadonlySet<MessageType> = new Set([
  'MEMBER_JOIN',
  'PIN',
  'NAME_CHANGE',
  'ICON_CHANGE',
  'RECIPIENT_ADD',
  'RECIPIENT_REMOVE',
  'THREAD_CREATED',
  'AUTOMOD_ALERT',
  'POLL_RESULT',
  'CALL',
]);

/** Formatting ten thousand dates at every new message would be seen; a message keeps its day. */
const days = new Map<string, WeakMap<Message, string>>();

function dayOf(message: Message, timeZone: string | undefined): string {
  const zone = timeZone ?? '';
  const known = days.get(zone) ?? new WeakMap<Message, string>();
  days.set(zone, known);
  const day = known.get(message) ?? dayKey(new Date(message.createdAt), timeZone);
  known.set(message, day);
  return day;
}

/** A message whose row did not change keeps the object, so that it is not rendered again. */
const messageRows = new WeakMap<Message, MessageRow>();

function messageRow(message: Message, key: string, startsGroup: boolean): MessageRow {
  const known = messageRows.get(message);
  if (known && known.key === key && known.startsGroup === startsGroup) return known;
  const kind = message.deletedAt !== null ? 'deleted' : notices.has(message.type) ? 'system' : 'message';
  const row: MessageRow = { kind, key, message, startsGroup };
  messageRows.set(message, row);
  return row;
}

interface Spoken {
  authorId: string;
  at: number;
}

const continues = (before: Spoken | null, { authorId, at }: Spoken): boolean =>
  before !== null && before.authorId === authorId && at - before.at < GROUP_WITHIN;

/** The row of an own message keeps the key that it had while it was pending. */
const keyOf = (message: Message, meId: string): string =>
  message.author.id === meId && message.nonce !== undefined ? message.nonce : message.id;

/** Where the unread line stands: above the first message from there on that was not written here, if the window reaches back so far. */
function lineIndex(messages: readonly Message[], { firstUnreadSeq, meId, hasOlder }: RowOptions): number {
  if (firstUnreadSeq === null) return -1;
  const reachesBack = !hasOlder || (messages[0]?.seq ?? 0) <= firstUnreadSeq;
  return reachesBack ? messages.findIndex(({ seq, author, origin }) => seq >= firstUnreadSeq && (author.id !== meId || origin)) : -1;
}

/** What the list shows, from oldest to newest: days, the unread line, messages in groups, and at the end what is not sent yet. */
export function buildRows(messages: readonly Message[], pending: readonly PendingMessage[], options: RowOptions): Row[] {
  const { meId, hasOlder, timeZone } = options;
  const rows: Row[] = [];
  const nonces = new Set<string>();
  const line = lineIndex(messages, options);
  let day = hasOlder && messages[0] ? dayOf(messages[0], timeZone) : null;
  let before: Spoken | null = null;

  messages.forEach((message, index) => {
    const key = keyOf(message, meId);
    const newDay = dayOf(message, timeZone);
    const separates = newDay !== day || index === line;
    if (newDay !== day) rows.push({ kind: 'day', key: `day-${key}`, at: message.createdAt });
    if (index === line) rows.push({ kind: 'unread', key: 'unread' });
    const spoken = { authorId: message.author.id, at: Date.parse(message.createdAt) };
    const isNotice = notices.has(message.type);
    // An answer stands under what it answers.
    const isApart = isNotice || separates || message.replyTo !== null;
    rows.push(messageRow(message, key, isApart || !continues(before, spoken)));
    if (message.nonce !== undefined && message.author.id === meId) nonces.add(message.nonce);
    day = newDay;
    before = isNotice ? null : spoken;
  });

  for (const one of pending) {
    if (nonces.has(one.nonce)) continue;
    const at = new Date(one.createdAt);
    const newDay = dayKey(at, timeZone);
    if (newDay !== day) rows.push({ kind: 'day', key: `day-${one.nonce}`, at: at.toISOString() });
    const spoken = { authorId: meId, at: one.createdAt };
    rows.push({
      kind: 'pending',
      key: one.nonce,
      pending: one,
      startsGroup: newDay !== day || Boolean(one.reply) || !continues(before, spoken),
    });
    day = newDay;
    before = spoken;
  }
  return rows;
}
