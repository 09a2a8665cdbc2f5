import type { Pool, PoolClient } from 'pg';

const BATCH = 500_000;

/** As `SEGMENT_SIZE` of the backend. */
const SEGMENT_SIZE = 32_768;

const SEGMENTS = `INSERT INTO search_segments (number, from_id)
  SELECT (SELECT max(number) FROM search_segments) + row_number() OVER (ORDER BY id), id
  FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM messages WHERE channel_id = ANY($1::bigint[])) AS m
  WHERE n % ${SEGMENT_SIZE} = 0 ORDER BY id`;
/** Seeded texts are plain words with one space in between, so that what the indexer would make of them can be made in the database. */
const FILL = `INSERT INTO message_search (id, home_id, version, body, terms)
  SELECT m.id, m.channel_id, m.version, ' ' || m.content || ' ', array_to_tsvector(array_cat(string_to_array(m.content, ' '), ARRAY[
    'g:' || g.number, 'u:' || m.author_id, 'c:' || m.channel_id, 's:' || c.server_id]))
  FROM messages m JOIN channels c ON c.id = m.channel_id
  JOIN (SELECT number, from_id, lead(from_id, 1, 9223372036854775807) OVER (ORDER BY from_id) AS below FROM search_segments) g
    ON m.id >= g.from_id AND m.id < g.below
  WHERE m.channel_id = ANY($1::bigint[]) AND m.id >= $2 AND m.id < $3`;
const INDEX = `SELECT indexdef AS definition FROM pg_indexes WHERE indexname = 'message_search_terms'`;

/** As the indexer notes them. */
const WORDS = `INSERT INTO search_words (word)
  SELECT word FROM ts_stat('SELECT terms FROM message_search') WHERE length(word) >= 3 AND position(':' IN word) = 0 ON CONFLICT DO NOTHING`;

/** Indexes all messages of channels at once. */
export async function seedSearchIndex(hearth: Pool, channelIds: string[], tell: (text: string) => void): Promise<void> {
  const client = await hearth.connect();
  try {
    await client.query(`SET maintenance_work_mem = '1GB'; SET synchronous_commit = off`);
    await client.query(SEGMENTS, [channelIds]);
    const definition = await dropIndex(client);
    await fill(client, channelIds, tell);
    tell('the index is built');
    await client.query(definition);
    await client.query(WORDS);
    await client.query('VACUUM (ANALYZE) message_search');
    await client.query('VACUUM (ANALYZE) search_words');
    await client.query('CHECKPOINT');
  } finally {
    client.release(true);
  }
}

async function dropIndex(client: PoolClient): Promise<string> {
  const { rows } = await client.query<{ definition: string }>(INDEX);
  await client.query('DROP INDEX message_search_terms');
  return rows[0]?.definition ?? '';
}

async function fill(client: PoolClient, channelIds: string[], tell: (text: string) => void): Promise<void> {
  const bounds = await client.query<{ id: string }>(
    `SELECT id FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM messages WHERE channel_id = ANY($1::bigint[])) AS m WHERE n % ${BATCH} = 1 ORDER BY id`,
    [channelIds],
  );
  for (const [index, { id }] of bounds.rows.entries()) {
    await client.query(FILL, [channelIds, id, bounds.rows[index + 1]?.id ?? '9223372036854775807']);
    tell(`${(index + 1) * BATCH} messages in the index, at most`);
  }
}
