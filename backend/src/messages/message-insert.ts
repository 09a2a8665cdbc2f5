import type { MessageType } from '@hearth/contract';
import { COLUMNS, forEachRights, RIGHTS, rightsOf, type Guard, type Rights } from './message-statements.js';
import type { KeptDetails, KeptPoll } from './messages.presenter.js';

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

/** Where the statement for threads does more. */
interface ThreadParts {
  before: string;
  set: string;
  after: string;
  joined: string;
  columns: string;
}

const ELSEWHERE: ThreadParts = { before: '', set: '', after: '', joined: '', columns: '' };

/**
 * Whoever writes in a thread is in it, and begins there with nothing unread. Writing takes it out of the archive, unless it is locked.
 */
const IN_THREAD: ThreadParts = {
  before: 'before AS (SELECT archived_at FROM channels WHERE id = $1), ',
  set: ', archived_at = CASE WHEN c.locked THEN c.archived_at END',
  after: `, joined AS (
  INSERT INTO thread_members (channel_id, user_id) SELECT $1, a.author_id FROM unnest($7::bigint[]) AS a(author_id) CROSS JOIN raised
  ON CONFLICT DO NOTHING RETURNING user_id
)`,
  joined: ' OR a.author_id IN (SELECT user_id FROM joined)',
  columns: `, m.author_id IN (SELECT user_id FROM joined) AS joined,
  (SELECT b.archived_at IS NOT NULL AND r.archived_at IS NULL FROM before b CROSS JOIN raised r) AS reopened`,
};

/** Where the statement for messages does more that reply, mention, or have more than their text. */
interface RichParts {
  arrays: string;
  names: string;
  columns: string;
  values: string;
  after: string;
}

const SIMPLE: RichParts = { arrays: '', names: '', columns: '', values: '', after: '' };

const RICH: RichParts = {
  // Arrays of arrays do not unnest: those of ids come as text.
  arrays: ', $12::bigint[], $13::text[], $14::text[], $15::bool[], $16::jsonb[]',
  names: ', reply_to_id, mention_ids, mention_role_ids, mention_everyone, poll',
  columns: ', reply_to_id, mention_ids, mention_role_ids, mention_everyone, poll',
  values: ', i.reply_to_id, i.mention_ids::bigint[], i.mention_role_ids::bigint[], i.mention_everyone, i.poll',
  after: `, mentioned AS (
  INSERT INTO mentions (target_id, channel_id, seq, author_id, message_id)
  SELECT t.target_id, $1, m.seq, m.author_id, m.id FROM unnest($17::int[], $18::bigint[]) AS t(n, target_id)
  JOIN input i ON i.n = t.n JOIN m ON m.id = i.id
)`,
};

/**
 * Only under the access version with which the sender was checked: a revocation that commits first makes it match no row. `raised` locks
 * the channel's row, so that nodes store one after the other.
 */
const insert = (rights: Rights, rich: RichParts, thread: ThreadParts = ELSEWHERE) => `
WITH ${thread.before}input AS (
  SELECT * FROM unnest($3::bigint[], $4::bigint[], $5::text[], $6::uuid[], $10::message_type[], $11::jsonb[]${rich.arrays})
    WITH ORDINALITY AS t(id, author_id, content, nonce, type, details${rich.names}, n)
), raised AS (
  UPDATE channels c SET last_seq = c.last_seq + cardinality($3), version = c.version + cardinality($3), last_message_at = now()${thread.set}
  ${RIGHTS[rights].from} WHERE c.id = $1 AND ${RIGHTS[rights].hold}
  RETURNING c.last_seq - cardinality($3) AS seq, c.version - cardinality($3) AS version, c.archived_at
), m AS (
  INSERT INTO messages (id, channel_id, seq, version, author_id, content, nonce, type, details${rich.columns})
  SELECT i.id, $1, r.seq + i.n, r.version + i.n, i.author_id, i.content, i.nonce, i.type, i.details${rich.values}
  FROM input i CROSS JOIN raised r
  RETURNING *
)${thread.after}${rich.after}, own AS (
  -- The author's own position moves only when nothing else was unread: over the first run of messages that are all theirs.
  INSERT INTO read_states (user_id, channel_id, last_read_seq, last_delivered_seq)
  SELECT a.author_id, $1, r.seq + a.last, r.seq + a.last
  FROM unnest($7::bigint[], $8::int[], $9::int[]) AS a(author_id, first, last) CROSS JOIN raised r
  WHERE r.seq + a.first = 1 OR EXISTS (
    SELECT 1 FROM read_states s WHERE s.user_id = a.author_id AND s.channel_id = $1
      AND s.last_read_seq = r.seq + a.first - 1 AND s.marked_unread_seq IS NULL)${thread.joined}
  ON CONFLICT (user_id, channel_id) DO UPDATE
    SET last_read_seq = excluded.last_read_seq, last_delivered_seq = greatest(read_states.last_delivered_seq, excluded.last_delivered_seq)
    WHERE read_states.last_read_seq < excluded.last_read_seq
)${RIGHTS[rights].after}
SELECT ${COLUMNS}${thread.columns} FROM m JOIN users u ON u.id = m.author_id ORDER BY m.seq`;

const texts = (rich: RichParts) => ({ ...forEachRights((rights) => insert(rights, rich)), thread: insert('server', rich, IN_THREAD) });

const INSERT = { simple: texts(SIMPLE), rich: texts(RICH) };

const arrayText = (ids: string[] | undefined): string | null => (ids && ids.length > 0 ? `{${ids.join()}}` : null);

/** The statement that stores messages in this order: its name, text and values. */
export function insertStatement(guard: Guard, messages: NewMessage[]): [name: string, text: string, values: unknown[]] {
  const runs = firstRuns(messages);
  const kind = guard.channel.type === 'THREAD' ? 'thread' : rightsOf(guard);
  const isRich = messages.some(({ parts }) => parts !== undefined);
  const values = [
    guard.channel.id,
    guard.accessVersion,
    messages.map(({ id }) => id),
    messages.map(({ authorId }) => authorId),
    messages.map(({ content }) => content),
    messages.map(({ nonce }) => nonce),
    runs.map(({ authorId }) => authorId),
    runs.map(({ first }) => first),
    runs.map(({ last }) => last),
    messages.map(({ type }) => type ?? 'DEFAULT'),
    messages.map(({ details }) => (details ? JSON.stringify(details) : null)),
  ];
  if (!isRich) return [`messages_insert_${kind}`, INSERT.simple[kind], values];
  return [`messages_insert_rich_${kind}`, INSERT.rich[kind], [...values, ...richValues(messages)]];
}

function richValues(messages: NewMessage[]): unknown[] {
  const targets = messages.flatMap(({ parts }, index) => (parts?.notified ?? []).map((targetId) => ({ n: index + 1, targetId })));
  return [
    messages.map(({ parts }) => parts?.replyToId ?? null),
    messages.map(({ parts }) => arrayText(parts?.mentionIds)),
    messages.map(({ parts }) => arrayText(parts?.mentionRoleIds)),
    messages.map(({ parts }) => parts?.mentionEveryone ?? false),
    messages.map(({ parts }) => (parts?.poll ? JSON.stringify(parts.poll) : null)),
    targets.map(({ n }) => n),
    targets.map(({ targetId }) => targetId),
  ];
}

/** For each author the first unbroken run of their messages, as ordinals from 1. */
export function firstRuns(messages: { authorId: string }[]): { authorId: string; first: number; last: number }[] {
  const runs = new Map<string, { authorId: string; first: number; last: number }>();
  messages.forEach(({ authorId }, index) => {
    const run = runs.get(authorId);
    if (!run) runs.set(authorId, { authorId, first: index + 1, last: index + 1 });
    else if (run.last === index) run.last = index + 1;
  });
  return [...runs.values()];
}
