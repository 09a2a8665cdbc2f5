import type { MessageType } from '@hearth/contract';
import { NO_FILES, withFiles } from './attachments/attachment-statements.js';
import { RIGHTS, rightsOf, type Guard, type Rights } from './message-statements.js';
import type { KeptDetails, KeptPoll, MessageRow } from './messages.presenter.js';

/** Whom a text mentions. */
export interface Mentions {
  mentionIds?: string[];
  mentionRoleIds?: string[];
  mentionEveryone?: boolean;
  /** Who counts it: users, roles, and for everyone the server, or the channel where there is none. */
  notified?: string[];
}

/** What a message may have beside its text. */
export interface MessageParts extends Mentions {
  replyToId?: string;
  poll?: KeptPoll;
  files?: FileOfMessage[];
}

/** A file that becomes its own, or of which it gets a copy with this id, for which room is taken. */
export interface FileOfMessage {
  id: string;
  copy?: { id: string; bytes: number };
}

export interface NewMessage {
  id: string;
  authorId: string;
  content: string;
  /** Null for what nobody sends: notices. */
  nonce: string | null;
  /** DEFAULT if left out. */
  type?: MessageType;
  details?: KeptDetails;
  /** Undefined for most. */
  parts?: MessageParts;
}

/** What only the database knows of a new message, and of its author. */
export type StoredPart = Pick<MessageRow, 'seq' | 'version' | 'created_at' | 'username' | 'display_name' | 'avatar'> & {
  attachments?: MessageRow['attachments'];
};

/** What differs between the statements, each of which is prepared on its own. */
interface Shape {
  rights: Rights;
  inThread: boolean;
  /** Some of the messages have more than their text. */
  isRich: boolean;
  /** Some of them have files. */
  hasFiles: boolean;
  /** By far the most frequent, and without arrays a good deal cheaper. */
  isOne: boolean;
}

/** A column of `input`: one for each message. */
interface Column {
  name: string;
  type: string;
  valueOf: (message: NewMessage) => unknown;
  /** Where the message keeps it as another type. Arrays of arrays do not unnest: those of ids come as text. */
  kept?: string;
}

const json = (value: object | undefined): string | null => (value ? JSON.stringify(value) : null);
const idList = (ids: string[] | undefined): string | null => (ids && ids.length > 0 ? `{${ids.join()}}` : null);

const PLAIN: Column[] = [
  { name: 'id', type: 'bigint', valueOf: ({ id }) => id },
  { name: 'author_id', type: 'bigint', valueOf: ({ authorId }) => authorId },
  { name: 'content', type: 'text', valueOf: ({ content }) => content },
  { name: 'nonce', type: 'uuid', valueOf: ({ nonce }) => nonce },
];

const RICH: Column[] = [
  ...PLAIN,
  { name: 'type', type: 'message_type', valueOf: ({ type }) => type ?? 'DEFAULT' },
  { name: 'details', type: 'jsonb', valueOf: ({ details }) => json(details) },
  { name: 'reply_to_id', type: 'bigint', valueOf: ({ parts }) => parts?.replyToId ?? null },
  { name: 'mention_ids', type: 'text', valueOf: ({ parts }) => idList(parts?.mentionIds), kept: 'bigint[]' },
  { name: 'mention_role_ids', type: 'text', valueOf: ({ parts }) => idList(parts?.mentionRoleIds), kept: 'bigint[]' },
  { name: 'mention_everyone', type: 'bool', valueOf: ({ parts }) => parts?.mentionEveryone ?? false },
  { name: 'poll', type: 'jsonb', valueOf: ({ parts }) => json(parts?.poll) },
];

const columnsOf = ({ isRich }: Pick<Shape, 'isRich'>): Column[] => (isRich ? RICH : PLAIN);

/** The channel, the access version and `last` come before them. */
const FIRST_COLUMN = 4;
const parameter = (index: number): string => `$${FIRST_COLUMN + index}`;

/** How many there are. */
const countOf = ({ isOne }: Shape): string => (isOne ? '1' : 'cardinality($3::int[])');

/** The messages, numbered by `n` from 1. `last`: as of `runEnds`. */
function input(shape: Shape): string {
  const columns = columnsOf(shape);
  if (shape.isOne) {
    const values = columns.map(({ name, type }, at) => `${parameter(at)}::${type} AS ${name}`);
    return `NOT MATERIALIZED (SELECT 1 AS n, $3::int AS last, ${values.join(', ')})`;
  }
  const arrays = columns.map(({ type }, at) => `${parameter(at)}::${type}[]`);
  const names = columns.map(({ name }) => name);
  return `(SELECT * FROM unnest($3::int[], ${arrays.join(', ')}) WITH ORDINALITY AS t(last, ${names.join(', ')}, n))`;
}

/** Where the statement for threads does more. */
interface ThreadParts {
  before: string;
  set: string;
  returning: string;
  after: string;
  joined: string;
  columns: string;
}

const ELSEWHERE: ThreadParts = { before: '', set: '', returning: '', after: '', joined: '', columns: '' };

/**
 * Whoever writes in a thread is in it, and begins there with nothing unread. Writing takes it out of the archive, unless it is locked.
 */
const IN_THREAD: ThreadParts = {
  before: 'before AS (SELECT archived_at FROM channels WHERE id = $1), ',
  set: ', archived_at = CASE WHEN c.locked THEN c.archived_at END',
  returning: ', c.archived_at',
  after: `, joined AS (
  INSERT INTO thread_members (channel_id, user_id) SELECT $1, i.author_id FROM input i CROSS JOIN raised
  ON CONFLICT DO NOTHING RETURNING user_id
)`,
  joined: ' OR i.author_id IN (SELECT user_id FROM joined)',
  columns: `, m.author_id IN (SELECT user_id FROM joined) AS joined,
  (SELECT b.archived_at IS NOT NULL AND r.archived_at IS NULL FROM before b CROSS JOIN raised r) AS reopened`,
};

/** Rows for whom messages call: `n` of the message and id, after the columns. */
const MENTIONED = `, mentioned AS (
  INSERT INTO mentions (target_id, channel_id, seq, author_id, message_id)
  SELECT t.target_id, $1, r.seq + t.n, i.author_id, i.id
  FROM unnest(${parameter(RICH.length)}::int[], ${parameter(RICH.length + 1)}::bigint[]) AS t(n, target_id) JOIN input i ON i.n = t.n CROSS JOIN raised r
)`;

/** Behind those of `MENTIONED`. */
const WITH_FILES = withFiles((index) => parameter(RICH.length + 2 + index));

/**
 * Only under the access version with which the sender was checked: a revocation that commits first makes it match no row. `raised` locks
 * the channel's row, so that nodes store one after the other.
 */
function textOf(shape: Shape): string {
  const { from, hold, after } = RIGHTS[shape.rights];
  const thread = shape.inThread ? IN_THREAD : ELSEWHERE;
  const files = shape.hasFiles ? WITH_FILES : NO_FILES;
  const count = countOf(shape);
  const columns = columnsOf(shape);
  const values = columns.map(({ name, kept }) => `i.${name}${kept ? `::${kept}` : ''}`);
  return `
WITH ${thread.before}input AS ${input(shape)}, ${files.before}raised AS (
  UPDATE channels c SET last_seq = c.last_seq + ${count}, version = c.version + ${count}, last_message_at = now()${thread.set}
  ${from} WHERE c.id = $1 AND ${hold}${files.when}
  RETURNING c.last_seq - ${count} AS seq, c.version - ${count} AS version${thread.returning}
), m AS (
  INSERT INTO messages (channel_id, seq, version, ${columns.map(({ name }) => name).join(', ')}${files.column})
  SELECT $1, r.seq + i.n, r.version + i.n, ${values.join(', ')}${files.value} FROM input i CROSS JOIN raised r
  RETURNING seq, version, author_id, created_at${files.returning}
)${thread.after}${shape.isRich ? MENTIONED : ''}${files.after}, own AS (
  -- The author's own position moves only when nothing else was unread: over the first run of messages that are all theirs.
  INSERT INTO read_states (user_id, channel_id, last_read_seq, last_delivered_seq)
  SELECT i.author_id, $1, r.seq + i.last, r.seq + i.last
  FROM input i CROSS JOIN raised r LEFT JOIN read_states s ON s.user_id = i.author_id AND s.channel_id = $1
  WHERE i.last IS NOT NULL
    AND (r.seq + i.n = 1 OR s.last_read_seq = r.seq + i.n - 1 AND s.marked_unread_seq IS NULL${thread.joined})
  ON CONFLICT (user_id, channel_id) DO UPDATE
    SET last_read_seq = excluded.last_read_seq, last_delivered_seq = greatest(read_states.last_delivered_seq, excluded.last_delivered_seq)
    WHERE read_states.last_read_seq < excluded.last_read_seq
)${after}
SELECT m.seq, m.version, m.created_at${files.returning}, u.username, u.display_name, u.avatar${thread.columns} FROM m JOIN users u ON u.id = m.author_id`;
}

const texts = new Map<string, string>();

/** The statement that stores messages in this order, and returns a `StoredPart` of each in any: its name, text and values. */
export function insertStatement(guard: Guard, messages: NewMessage[]): [name: string, text: string, values: unknown[]] {
  const rights = rightsOf(guard);
  const shape = {
    rights,
    inThread: guard.channel.type === 'THREAD' && rights === 'server',
    isRich: messages.some(({ type, details, parts }) => type !== undefined || details !== undefined || parts !== undefined),
    hasFiles: messages.some(({ parts }) => parts?.files !== undefined),
    isOne: messages.length === 1,
  };
  const more = shape.hasFiles ? 'files' : shape.isRich ? 'rich' : 'plain';
  const name = `messages_insert_${shape.inThread ? 'thread' : rights}_${more}_${shape.isOne ? 'one' : 'many'}`;
  const text = texts.get(name) ?? textOf(shape);
  texts.set(name, text);
  return [name, text, [guard.channel.id, guard.accessVersion, ...valuesOf(shape, messages)]];
}

function valuesOf(shape: Shape, messages: NewMessage[]): unknown[] {
  const columns = [runEnds(messages), ...columnsOf(shape).map(({ valueOf }) => messages.map(valueOf))];
  const values = shape.isOne ? columns.map(([value]) => value) : columns;
  if (!shape.isRich) return values;
  return [...values, ...targets(messages), ...(shape.hasFiles ? filesOf(messages) : [])];
}

function filesOf(messages: NewMessage[]): [numbers: number[], ids: string[], copyIds: (string | null)[]] {
  const all = messages.flatMap(({ parts }, index) => (parts?.files ?? []).map((file) => ({ n: index + 1, ...file })));
  return [all.map(({ n }) => n), all.map(({ id }) => id), all.map(({ copy }) => copy?.id ?? null)];
}

/** What the copies of files take that come with them. */
export const broughtBy = (messages: NewMessage[]): { ownerId: string; bytes: number }[] =>
  messages.flatMap(({ authorId: ownerId, parts }) =>
    (parts?.files ?? []).flatMap(({ copy }) => (copy ? { ownerId, bytes: copy.bytes } : [])),
  );

function targets(messages: NewMessage[]): [numbers: number[], ids: string[]] {
  const all = messages.flatMap(({ parts }, index) => (parts?.notified ?? []).map((id) => ({ n: index + 1, id })));
  return [all.map(({ n }) => n), all.map(({ id }) => id)];
}

/** For the message with which the first unbroken run of its author begins the ordinal, from 1, of the last one in it; null for the others. */
export function runEnds(messages: { authorId: string }[]): (number | null)[] {
  const ends: (number | null)[] = [];
  const begins = new Map<string, number>();
  messages.forEach(({ authorId }, index) => {
    const begin = begins.get(authorId);
    ends.push(begin === undefined ? index + 1 : null);
    if (begin === undefined) begins.set(authorId, index);
    else if (ends[begin] === index) ends[begin] = index + 1;
  });
  return ends;
}

/** The whole row of a message that was stored just now. */
export const newRow = <Part extends StoredPart>(channelId: string, message: NewMessage, part: Part): MessageRow & Part => ({
  id: message.id,
  channel_id: channelId,
  type: message.type ?? 'DEFAULT',
  author_id: message.authorId,
  content: message.content,
  details: message.details ?? null,
  nonce: message.nonce,
  edited_at: null,
  deleted_at: null,
  reply_to_id: message.parts?.replyToId ?? null,
  mention_ids: message.parts?.mentionIds ?? null,
  mention_role_ids: message.parts?.mentionRoleIds ?? null,
  mention_everyone: message.parts?.mentionEveryone ?? false,
  reactions: null,
  poll: message.parts?.poll ?? null,
  embeds: null,
  attachments: null,
  pinned_at: null,
  ...part,
});
