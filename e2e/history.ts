import pg from 'pg';
import { freshDatabase } from './databases';

/** Every 1,024 of them are within one millisecond of their channel's beginning, as far as ids tell. */
const ID_STEP = 4_096;
const MINUTES_APART = 3;

/** Of the message that was written there with this seq. */
export const idOf = (channelId: string, seq: number): string => (BigInt(channelId) + BigInt(seq * ID_STEP)).toString();

const INSERT = `INSERT INTO messages (id, channel_id, seq, version, author_id, content, reactions, attachments, created_at)
  SELECT $1::bigint + n * ${ID_STEP}, $1, n, n, (t->>'authorId')::bigint, t->>'content', t->'reactions', t->'attachments',
    now() - (jsonb_array_length($2::jsonb) - n) * interval '${MINUTES_APART} minutes'
  FROM jsonb_array_elements($2::jsonb) WITH ORDINALITY AS given(t, n)`;
const COUNTERS = 'UPDATE channels SET last_seq = $2, version = $2 WHERE id = $1';
const READ = `INSERT INTO read_states (user_id, channel_id, last_read_seq, last_delivered_seq) VALUES ($1, $2, $3, $3)
  ON CONFLICT (user_id, channel_id) DO UPDATE SET last_read_seq = $3, last_delivered_seq = $3`;

const EMBED = 'UPDATE messages SET embeds = $2 WHERE id = $1';

export interface Written {
  authorId: string;
  content: string;
  reactions?: readonly { emoji: string; count: number }[];
  /** As the contract has them, of files that are there. */
  attachments?: readonly object[];
}

/** A database that can be filled with more than anybody would write in a test. */
export class History {
  private constructor(
    readonly url: string,
    private readonly pool: pg.Pool,
  ) {}

  static async open(): Promise<History> {
    const url = await freshDatabase();
    return new History(url, new pg.Pool({ connectionString: url, max: 1 }));
  }

  /** The first messages of a channel in which nobody has written yet. */
  async write(channelId: string, messages: readonly Written[]): Promise<void> {
    await this.pool.query(INSERT, [channelId, JSON.stringify(messages)]);
    await this.pool.query(COUNTERS, [channelId, messages.length]);
  }

  /** As if somebody had looked what is behind the link of a message. */
  async embed(messageId: string, url: string, about: { title: string; description: string; siteName: string }): Promise<void> {
    await this.pool.query(EMBED, [messageId, JSON.stringify([{ url, type: 'link', ...about }])]);
  }

  async read(userId: string, channelId: string, seq: number): Promise<void> {
    await this.pool.query(READ, [userId, channelId, seq]);
  }

  close(): Promise<void> {
    return this.pool.end();
  }
}
