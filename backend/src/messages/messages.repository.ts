import { Injectable } from '@nestjs/common';
import type { MessageDetails, MessageType } from '@hearth/contract';
import { PrismaService, type Transaction } from '../database/prisma.service.js';
import type { ChannelAccess } from '../permissions/permissions.service.js';
import type { MessageRow } from './messages.presenter.js';

export interface NewMessage {
  id: string;
  authorId: string;
  content: string;
  /** Null for what nobody sends: notices. */
  nonce: string | null;
  /** DEFAULT if left out. */
  type?: MessageType;
  details?: MessageDetails;
}

/** The rights under which something is written: those of a `ChannelAccess`; without an access version the server's own. */
export interface Guard {
  channel: Pick<ChannelAccess['channel'], 'id' | 'serverId'> & Partial<Pick<ChannelAccess['channel'], 'type'>>;
  accessVersion: number | null;
}

/** What came of a message in a thread beside it. */
export interface ThreadEffects {
  /** Its author came into the thread by it. */
  joined?: boolean;
  /** It took the thread out of the archive. */
  reopened?: boolean;
}

export interface Page {
  before?: number | undefined;
  after?: number | undefined;
  around?: number | undefined;
  limit: number;
}

/** Of `m`, a message, and `u`, its author. */
export const COLUMNS = `m.id, m.channel_id, m.seq, m.version, m.type, m.author_id, m.content, m.details, m.nonce, m.created_at, m.edited_at, m.deleted_at,
  u.username, u.display_name, u.avatar`;
const FROM = 'FROM messages m JOIN users u ON u.id = m.author_id';

/** Whose access version guards a channel: that of its server, or its own where it is in none. */
const RIGHTS = {
  server: {
    from: 'FROM servers s',
    join: 'JOIN servers s ON s.id = c.server_id',
    hold: 's.id = c.server_id AND s.access_version = $2',
    after: '',
  },
  conversation: {
    from: '',
    join: '',
    hold: 'c.server_id IS NULL AND c.access_version = $2',
    // Somebody writes: the conversation comes out of the archive of those who did not mute it.
    after: `, revived AS (
  UPDATE recipients SET archived_at = NULL FROM raised
  WHERE channel_id = $1 AND recipients.archived_at IS NOT NULL AND (muted_until IS NULL OR muted_until < now())
)`,
  },
  /** What the server itself writes needs none. */
  own: { from: '', join: '', hold: '$2::int IS NULL', after: '' },
} as const;

type Rights = keyof typeof RIGHTS;

/** Where the statement for threads does more. */
interface InsertParts {
  before: string;
  set: string;
  after: string;
  joined: string;
  columns: string;
}

const PLAIN: InsertParts = { before: '', set: '', after: '', joined: '', columns: '' };

/**
 * Whoever writes in a thread is in it, and begins there with nothing unread. Writing takes it out of the archive, unless it is locked.
 */
const IN_THREAD: InsertParts = {
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

/**
 * Only under the access version with which the sender was checked: a revocation that commits first makes it match no row. `raised` locks
 * the channel's row, so that nodes store one after the other.
 */
const insert = (rights: Rights, { before, set, after, joined, columns }: InsertParts = PLAIN) => `
WITH ${before}input AS (
  SELECT * FROM unnest($3::bigint[], $4::bigint[], $5::text[], $6::uuid[], $10::message_type[], $11::jsonb[])
    WITH ORDINALITY AS t(id, author_id, content, nonce, type, details, n)
), raised AS (
  UPDATE channels c SET last_seq = c.last_seq + cardinality($3), version = c.version + cardinality($3), last_message_at = now()${set}
  ${RIGHTS[rights].from} WHERE c.id = $1 AND ${RIGHTS[rights].hold}
  RETURNING c.last_seq - cardinality($3) AS seq, c.version - cardinality($3) AS version, c.archived_at
), m AS (
  INSERT INTO messages (id, channel_id, seq, version, author_id, content, nonce, type, details)
  SELECT i.id, $1, r.seq + i.n, r.version + i.n, i.author_id, i.content, i.nonce, i.type, i.details FROM input i CROSS JOIN raised r
  RETURNING *
)${after}, own AS (
  -- The author's own position moves only when nothing else was unread: over the first run of messages that are all theirs.
  INSERT INTO read_states (user_id, channel_id, last_read_seq, last_delivered_seq)
  SELECT a.author_id, $1, r.seq + a.last, r.seq + a.last
  FROM unnest($7::bigint[], $8::int[], $9::int[]) AS a(author_id, first, last) CROSS JOIN raised r
  WHERE r.seq + a.first = 1 OR EXISTS (
    SELECT 1 FROM read_states s WHERE s.user_id = a.author_id AND s.channel_id = $1
      AND s.last_read_seq = r.seq + a.first - 1 AND s.marked_unread_seq IS NULL)${joined}
  ON CONFLICT (user_id, channel_id) DO UPDATE
    SET last_read_seq = excluded.last_read_seq, last_delivered_seq = greatest(read_states.last_delivered_seq, excluded.last_delivered_seq)
    WHERE read_states.last_read_seq < excluded.last_read_seq
)${RIGHTS[rights].after}
SELECT ${COLUMNS}${columns} FROM m JOIN users u ON u.id = m.author_id ORDER BY m.seq`;

// Either writes the message and raises the channel's version, or does neither. The channel is locked first, as by whatever deletes a
// channel with its messages: in another order the two would wait for each other.
const change = (set: string) => (rights: Rights) => `
WITH target AS (
  SELECT m.id, m.channel_id FROM messages m JOIN channels c ON c.id = m.channel_id ${RIGHTS[rights].join}
  WHERE m.id = $1 AND m.deleted_at IS NULL AND ${RIGHTS[rights].hold}
  FOR NO KEY UPDATE OF c FOR UPDATE OF m
), raised AS (
  UPDATE channels c SET version = c.version + 1 FROM target t WHERE c.id = t.channel_id RETURNING c.version
), m AS (
  UPDATE messages SET ${set}, version = raised.version FROM raised, target WHERE messages.id = target.id RETURNING messages.*
)
SELECT ${COLUMNS} FROM m JOIN users u ON u.id = m.author_id`;

const forEach = (text: (rights: Rights) => string) => ({ server: text('server'), conversation: text('conversation'), own: text('own') });

const INSERT = { ...forEach((rights) => insert(rights)), thread: insert('server', IN_THREAD) };
const EDIT = forEach(change('content = $3, edited_at = now()'));
const REMOVE = forEach(change("content = '', deleted_at = now()"));
const PUBLISH = forEach(change("details = jsonb_build_object('publishedAt', $3::text)"));

const rightsOf = ({ channel, accessVersion }: Guard): Rights => {
  if (accessVersion === null) return 'own';
  return channel.serverId === null ? 'conversation' : 'server';
};

const newest = (condition: string) => `SELECT ${COLUMNS} ${FROM} WHERE m.channel_id = $1 AND m.seq > $2 ${condition} ORDER BY m.seq DESC`;

@Injectable()
export class MessagesRepository {
  constructor(private readonly prisma: PrismaService) {}

  /**
   * Stores messages in this order in one transaction with the counters that they raise. Returns [] when the channel is gone or the
   * access version is no longer the present one; then nothing was stored.
   */
  insert(guard: Guard, messages: NewMessage[]): Promise<(MessageRow & ThreadEffects)[]> {
    const runs = firstRuns(messages);
    const kind = guard.channel.type === 'THREAD' ? 'thread' : rightsOf(guard);
    return this.prisma.statement<MessageRow & ThreadEffects>(`messages_insert_${kind}`, INSERT[kind], [
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
    ]);
  }

  byNonces(keys: { authorId: string; nonce: string }[]): Promise<MessageRow[]> {
    return this.prisma.statement<MessageRow>(
      'messages_by_nonces',
      `SELECT ${COLUMNS} ${FROM} WHERE (m.author_id, m.nonce) IN (SELECT * FROM unnest($1::bigint[], $2::uuid[]))`,
      [keys.map(({ authorId }) => authorId), keys.map(({ nonce }) => nonce)],
    );
  }

  /** Of each channel the newest message that is not deleted. */
  newestOf(channelIds: string[]): Promise<MessageRow[]> {
    return this.prisma.statement<MessageRow>(
      'messages_newest_of',
      `SELECT newest.* FROM unnest($1::bigint[]) AS c(id) CROSS JOIN LATERAL (
         SELECT ${COLUMNS} ${FROM} WHERE m.channel_id = c.id AND m.deleted_at IS NULL ORDER BY m.seq DESC LIMIT 1
       ) newest`,
      [channelIds],
    );
  }

  firstOf(channelIds: string[]): Promise<MessageRow[]> {
    return this.prisma.statement<MessageRow>(
      'messages_first_of',
      `SELECT ${COLUMNS} ${FROM} WHERE m.channel_id = ANY($1::bigint[]) AND m.seq = 1`,
      [channelIds],
    );
  }

  async byId(id: string): Promise<MessageRow | null> {
    const rows = await this.prisma.statement<MessageRow>('messages_by_id', `SELECT ${COLUMNS} ${FROM} WHERE m.id = $1`, [id]);
    return rows[0] ?? null;
  }

  /** Null when the message is deleted or the access version is old; then nothing was changed. */
  async edit(id: string, guard: Guard, content: string): Promise<MessageRow | null> {
    const rights = rightsOf(guard);
    const rows = await this.prisma.statement<MessageRow>(`messages_edit_${rights}`, EDIT[rights], [id, guard.accessVersion, content]);
    return rows[0] ?? null;
  }

  /** As `edit`. A tombstone stays. */
  async remove(id: string, guard: Guard): Promise<MessageRow | null> {
    const rights = rightsOf(guard);
    const rows = await this.prisma.statement<MessageRow>(`messages_remove_${rights}`, REMOVE[rights], [id, guard.accessVersion]);
    return rows[0] ?? null;
  }

  /** As `remove`, in one transaction with what else belongs to the act. */
  async removeWith(id: string, guard: Guard, then: (transaction: Transaction) => Promise<void>): Promise<MessageRow | null> {
    const isRemoved = await this.prisma.$transaction(async (transaction) => {
      const rows = await transaction.$queryRawUnsafe<unknown[]>(REMOVE[rightsOf(guard)], BigInt(id), guard.accessVersion);
      if (rows.length > 0) await then(transaction);
      return rows.length > 0;
    });
    // A tombstone never changes again.
    return isRemoved ? this.byId(id) : null;
  }

  /** As `edit`. @param at ISO 8601 */
  async publish(id: string, guard: Guard, at: string): Promise<MessageRow | null> {
    const rights = rightsOf(guard);
    const rows = await this.prisma.statement<MessageRow>(`messages_publish_${rights}`, PUBLISH[rights], [id, guard.accessVersion, at]);
    return rows[0] ?? null;
  }

  /** By seq ascending, those after `floor` only; `hasMore` in the direction asked for. */
  async page(channelId: string, floor: number, page: Page): Promise<{ rows: MessageRow[]; hasMore: boolean }> {
    if (page.around !== undefined) return this.around(channelId, floor, page.around, page.limit);
    if (page.after !== undefined) return this.newer(channelId, Math.max(floor, page.after), page.limit);
    return this.older(channelId, floor, page.before, page.limit);
  }

  /** Rows changed after a version, by version ascending, with the channel's version of the same snapshot. Null: no such channel. */
  async changes(channelId: string, floor: number, after: number, limit: number): Promise<{ rows: MessageRow[]; version: number } | null> {
    const rows = await this.prisma.statement<MessageRow & { channel_version: number; id: string | null }>(
      'messages_changes',
      `SELECT c.version AS channel_version, changed.* FROM channels c LEFT JOIN LATERAL (
         SELECT ${COLUMNS} ${FROM} WHERE m.channel_id = c.id AND m.version > $3 AND m.seq > $2 ORDER BY m.version LIMIT $4
       ) changed ON true WHERE c.id = $1 ORDER BY changed.version`,
      [channelId, floor, after, limit],
    );
    const [first] = rows;
    return first ? { rows: rows.filter((row): row is typeof first => row.id !== null), version: first.channel_version } : null;
  }

  /** `last_seq` of the channel when the user came in. */
  async joinedSeq(channelId: string, userId: string): Promise<number> {
    const rows = await this.prisma.statement<{ joined_seq: number }>(
      'read_states_joined_seq',
      'SELECT joined_seq FROM read_states WHERE user_id = $1 AND channel_id = $2',
      [userId, channelId],
    );
    return rows[0]?.joined_seq ?? 0;
  }

  private async older(channelId: string, floor: number, before: number | undefined, limit: number) {
    const rows =
      before === undefined
        ? await this.prisma.statement<MessageRow>('messages_newest', `${newest('')} LIMIT $3`, [channelId, floor, limit + 1])
        : await this.prisma.statement<MessageRow>('messages_before', `${newest('AND m.seq < $4')} LIMIT $3`, [
            channelId,
            floor,
            limit + 1,
            before,
          ]);
    return { rows: rows.slice(0, limit).reverse(), hasMore: rows.length > limit };
  }

  private async newer(channelId: string, after: number, limit: number) {
    const rows = await this.prisma.statement<MessageRow>(
      'messages_after',
      `SELECT ${COLUMNS} ${FROM} WHERE m.channel_id = $1 AND m.seq > $2 ORDER BY m.seq LIMIT $3`,
      [channelId, after, limit + 1],
    );
    return { rows: rows.slice(0, limit), hasMore: rows.length > limit };
  }

  // The message itself counts with the older half.
  private async around(channelId: string, floor: number, seq: number, limit: number) {
    const half = Math.ceil(limit / 2);
    const [older, newer] = await Promise.all([
      this.older(channelId, floor, seq + 1, half),
      limit > half ? this.newer(channelId, Math.max(floor, seq), limit - half) : { rows: [], hasMore: false },
    ]);
    return { rows: [...older.rows, ...newer.rows], hasMore: older.hasMore || newer.hasMore };
  }
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
