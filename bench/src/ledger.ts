import type { Pool } from 'pg';

interface Counts {
  stored: number;
  last: number;
  last_seq: number;
}

const COUNT = `SELECT count(m.seq)::int AS stored, coalesce(max(m.seq), 0) AS last, c.last_seq
  FROM channels c LEFT JOIN messages m ON m.channel_id = c.id WHERE c.id = $1 GROUP BY c.id`;

/** Holds one channel to its promise: what was acknowledged is stored, once each, without a gap. */
export class Ledger {
  private readonly hearth: Pool;
  private readonly channelId: string;
  private acknowledged = 0;

  constructor(hearth: Pool, channelId: string) {
    this.hearth = hearth;
    this.channelId = channelId;
  }

  /** @param acknowledged messages since the last call */
  async require(acknowledged: number): Promise<void> {
    this.acknowledged += acknowledged;
    const { rows } = await this.hearth.query<Counts>(COUNT, [this.channelId]);
    const { stored = 0, last = 0, last_seq = 0 } = rows[0] ?? {};
    if (stored === this.acknowledged && last === stored && last_seq === stored) return;
    throw new Error(
      `${this.acknowledged} messages were acknowledged, but ${stored} are stored, up to seq ${last}, with lastSeq ${last_seq}`,
    );
  }
}
