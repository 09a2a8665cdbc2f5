import { Injectable } from '@nestjs/common';
import { PrismaService } from '../database/prisma.service.js';
import { searchDocument, type IndexedMessage, type SearchDocument } from './search-document.js';

/** How many messages a segment begins to be full with. */
const SEGMENT_SIZE = 32_768;

/** Kinds of messages that somebody wrote. */
const WRITTEN = `('DEFAULT', 'REPLY', 'FORWARD', 'VOICE', 'POLL')`;

const DOCUMENTS = `SELECT m.id, m.version, m.edited_at, m.content, m.author_id, m.channel_id, c.server_id, m.mention_ids, m.mention_role_ids,
  CASE WHEN c.type = 'THREAD' THEN coalesce(c.parent_id, c.id) ELSE c.id END AS home_id,
  CASE WHEN m.poll IS NOT NULL THEN concat_ws(E'\\n', m.poll->>'question', (
    SELECT string_agg(answer->>'text', E'\\n') FROM jsonb_array_elements(m.poll->'answers') AS answer)) END AS poll_text,
  (SELECT array_agg(DISTINCT embed->>'type') FROM jsonb_array_elements(m.embeds) AS embed) AS embed_types,
  (SELECT string_agg(concat_ws(E'\\n', file->>'name', file->>'alt'), E'\\n') FROM jsonb_array_elements(m.attachments) AS file) AS file_text,
  (SELECT array_agg(DISTINCT file->>'kind') FROM jsonb_array_elements(m.attachments) AS file) AS file_kinds, m.pinned_at IS NOT NULL AS pinned,
  (SELECT number FROM search_segments WHERE from_id <= m.id ORDER BY from_id DESC LIMIT 1) AS segment
  FROM messages m JOIN channels c ON c.id = m.channel_id
  WHERE m.id = ANY($1::bigint[]) AND m.deleted_at IS NULL AND m.type IN ${WRITTEN}`;

// Two nodes may read a message before and after a change: the newer version stays.
const PUT = `INSERT INTO message_search (id, home_id, version, edited_at, body, terms)
  SELECT id, home_id, version, edited_at, body, array_to_tsvector(string_to_array(terms, ' '))
  FROM unnest($1::bigint[], $2::bigint[], $3::int[], $4::timestamptz[], $5::text[], $6::text[]) AS d(id, home_id, version, edited_at, body, terms)
  ON CONFLICT (id) DO UPDATE SET version = excluded.version, edited_at = excluded.edited_at, body = excluded.body, terms = excluded.terms
  WHERE message_search.version <= excluded.version`;

const HOUR = 3_600_000;
/** Words of this hour that are known to be noted. */
const MOST_NOTED = 50_000;
/** Longer than any message is on its way from being noted to being indexed. */
const WORDS_STAY = '1 day';

export interface BacklogEntry {
  message_id: string;
  stamp: string;
}

/** The index itself, and what it still lacks. */
@Injectable()
export class IndexRepository {
  private noted = { hour: 0, words: new Set<string>() };

  constructor(private readonly prisma: PrismaService) {}

  /** Brings the index to the present state of these messages. Twice is as good as once, and on two nodes at a time. */
  async index(messageIds: string[]): Promise<void> {
    const rows = await this.prisma.statement<IndexedMessage>('search_documents', DOCUMENTS, [messageIds]);
    await this.put(rows.map(searchDocument));
    // What was deleted between reading and writing. What is deleted from here on, its trigger puts into the backlog.
    await this.prisma.statement(
      'search_drop_deleted',
      `DELETE FROM message_search s WHERE s.id = ANY($1::bigint[])
       AND NOT EXISTS (SELECT FROM messages m WHERE m.id = s.id AND m.deleted_at IS NULL)`,
      [messageIds],
    );
  }

  /** Changed messages that are to be indexed again. */
  backlog(limit: number): Promise<BacklogEntry[]> {
    return this.prisma.statement<BacklogEntry>('search_backlog', 'SELECT message_id, stamp FROM search_backlog ORDER BY stamp LIMIT $1', [
      limit,
    ]);
  }

  /** Those that did not change once more meanwhile. */
  async clearBacklog(entries: BacklogEntry[]): Promise<void> {
    await this.prisma.statement(
      'search_clear_backlog',
      `DELETE FROM search_backlog b USING unnest($1::bigint[], $2::bigint[]) AS done(message_id, stamp)
       WHERE b.message_id = done.message_id AND b.stamp = done.stamp`,
      [entries.map(({ message_id }) => message_id), entries.map(({ stamp }) => stamp)],
    );
  }

  /** Null while nothing was ever written: old messages may still be brought in. */
  async sweptTo(): Promise<string | null> {
    const [state] = await this.prisma.statement<{ swept_to: string }>(
      'search_swept_to',
      'SELECT swept_to FROM search_state WHERE EXISTS (SELECT FROM messages)',
      [],
    );
    return state?.swept_to ?? null;
  }

  async setSweptTo(id: string): Promise<void> {
    await this.prisma.statement('search_set_swept_to', 'UPDATE search_state SET swept_to = $1 WHERE swept_to < $1', [id]);
  }

  /** Ids after one and up to another that are not in the index, by id, though they could be. */
  async missing(after: string, upTo: string, limit: number): Promise<string[]> {
    const rows = await this.prisma.statement<{ id: string }>(
      'search_missing',
      `SELECT m.id FROM messages m WHERE m.id > $1 AND m.id <= $2 AND m.deleted_at IS NULL AND m.type IN ${WRITTEN}
       AND NOT EXISTS (SELECT FROM message_search s WHERE s.id = m.id) ORDER BY m.id LIMIT $3`,
      [after, upTo, limit],
    );
    return rows.map(({ id }) => id);
  }

  /** Begins a segment with ids from one on that nothing has yet, when the newest one is full. */
  async extendSegments(fromId: string): Promise<void> {
    await this.prisma.statement(
      'search_extend_segments',
      `INSERT INTO search_segments (number, from_id)
       SELECT last.number + 1, $1 FROM (SELECT number, from_id FROM search_segments ORDER BY number DESC LIMIT 1) AS last
       WHERE last.from_id < $1 AND (SELECT count(*) FROM message_search s WHERE s.id >= last.from_id) >= $2
       ON CONFLICT DO NOTHING`,
      [fromId, SEGMENT_SIZE],
    );
  }

  /** Words that no message has any more. Takes long where there are many messages. */
  async forgetWords(): Promise<void> {
    await this.prisma.statement(
      'search_forget_words',
      `DELETE FROM search_words w USING (SELECT word FROM search_words EXCEPT SELECT word FROM ts_stat('SELECT terms FROM message_search')) AS gone
       WHERE w.word = gone.word AND w.seen_at < now() - interval '${WORDS_STAY}'`,
      [],
    );
  }

  /** What is met again and again is written once in an hour. In order, so that two nodes do not wait for each other. */
  private async noteWords(words: string[]): Promise<void> {
    const hour = Math.floor(Date.now() / HOUR);
    if (this.noted.hour !== hour || this.noted.words.size > MOST_NOTED) this.noted = { hour, words: new Set() };
    const fresh = [...new Set(words)].filter((word) => !this.noted.words.has(word)).toSorted();
    if (fresh.length === 0) return;
    await this.prisma.statement(
      'search_note_words',
      `INSERT INTO search_words (word) SELECT unnest($1::text[])
       ON CONFLICT (word) DO UPDATE SET seen_at = now() WHERE search_words.seen_at < now() - interval '1 hour'`,
      [fresh],
    );
    for (const word of fresh) this.noted.words.add(word);
  }

  private async put(documents: SearchDocument[]): Promise<void> {
    if (documents.length === 0) return;
    // First: whatever is found by its words is found by parts of them.
    await this.noteWords(documents.flatMap(({ words }) => words));
    await this.prisma.statement('search_put', PUT, [
      documents.map(({ id }) => id),
      documents.map(({ homeId }) => homeId),
      documents.map(({ version }) => version),
      documents.map(({ editedAt }) => editedAt),
      documents.map(({ body }) => body),
      // Terms hold no spaces.
      documents.map(({ terms }) => terms.join(' ')),
    ]);
  }
}
