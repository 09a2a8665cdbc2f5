import type { Pool, PoolClient } from 'pg';
import { firstMessageId, firstMessageTime, lastMessageId, MESSAGE_ID_STEP } from './ids.ts';
import type { Person } from './people.ts';
import { fragments, rareWord, rareWords } from './vocabulary.ts';

const BATCH = 500_000;

/**
 * Posted in all channels by turns, so that a channel's messages lie scattered over the table as in real life. A text has 9 to 17 words of
 * the vocabulary, one of them rare.
 */
const INSERT = `INSERT INTO messages (id, channel_id, seq, version, author_id, content, nonce, created_at)
  SELECT $1::bigint + n * $2::bigint, ($3::bigint[])[(n % cardinality($3::bigint[]))::int + 1], n / cardinality($3::bigint[]) + 1,
    n / cardinality($3::bigint[]) + 1, ($4::bigint[])[((n * 7919) % cardinality($4::bigint[]))::int + 1],
    concat_ws(' ', ($8::text[])[(n * 7919 % cardinality($8::text[]))::int + 1], ($8::text[])[(n * 104729 % cardinality($8::text[]))::int + 1],
      $9 || n * 7919 % $10::bigint, CASE WHEN n % 3 > 0 THEN ($8::text[])[(n / 3 % cardinality($8::text[]))::int + 1] END,
      CASE WHEN n % 3 > 1 THEN ($8::text[])[(n / 7 * 31 % cardinality($8::text[]))::int + 1] END), gen_random_uuid(),
    $5::timestamptz + n * interval '1 millisecond'
  FROM generate_series($6::bigint, $7::bigint) AS n`;
const COUNTERS = `UPDATE channels c SET last_seq = t.last, version = t.last
  FROM (SELECT channel_id, max(seq) AS last FROM messages WHERE channel_id = ANY($1::bigint[]) GROUP BY channel_id) t WHERE c.id = t.channel_id`;
const READ = `INSERT INTO read_states (user_id, channel_id, last_read_seq, last_delivered_seq)
  SELECT u.id, c.id, c.last_seq - 10, c.last_seq FROM unnest($1::bigint[]) AS u(id) CROSS JOIN channels c WHERE c.id = ANY($2::bigint[])
  ON CONFLICT DO NOTHING`;
/** A running Hearth must not begin to index these one after the other. */
const LEAVE = 'UPDATE search_state SET swept_to = $1';
/** Those that no constraint needs: filling them row by row takes far longer than making them anew. */
const INDEXES = `SELECT indexname AS name, indexdef AS definition FROM pg_indexes
  WHERE tablename = 'messages' AND indexname NOT IN (SELECT conname FROM pg_constraint)`;

/** Fills channels that are empty so far. @param messages in all of them together */
export async function seedHistory(
  hearth: Pool,
  channelIds: string[],
  authors: Person[],
  messages: number,
  tell: (text: string) => void,
): Promise<void> {
  const client = await hearth.connect();
  try {
    await client.query(LEAVE, [lastMessageId(messages)]);
    // Foreign keys are right by construction; checking millions of them one by one is not.
    await client.query(`SET session_replication_role = replica; SET maintenance_work_mem = '256MB'`);
    const userIds = authors.map(({ id }) => id);
    await withoutIndexes(client, () => insert(client, channelIds, userIds, messages, tell));
    await client.query(COUNTERS, [channelIds]);
    await client.query(READ, [userIds, channelIds]);
    await client.query('RESET session_replication_role');
    await client.query('VACUUM (ANALYZE) messages');
    await client.query('CHECKPOINT');
  } finally {
    client.release(true);
  }
}

async function insert(
  client: PoolClient,
  channelIds: string[],
  userIds: string[],
  messages: number,
  tell: (text: string) => void,
): Promise<void> {
  for (let from = 0; from < messages; from += BATCH) {
    const to = Math.min(from + BATCH, messages) - 1;
    await client.query(INSERT, [
      ...[firstMessageId, MESSAGE_ID_STEP, channelIds, userIds, firstMessageTime, from, to],
      ...[fragments, rareWord(''), rareWords(messages)],
    ]);
    tell(`${to + 1} messages`);
  }
}

async function withoutIndexes(client: PoolClient, work: () => Promise<void>): Promise<void> {
  const { rows } = await client.query<{ name: string; definition: string }>(INDEXES);
  for (const { name } of rows) await client.query(`DROP INDEX "${name}"`);
  await work();
  for (const { definition } of rows) await client.query(definition);
}
