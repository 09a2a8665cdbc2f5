import { Injectable } from '@nestjs/common';
import { hasPermission, limits } from '@hearth/contract';
import { PrismaService, type Statement, type Transaction } from '../database/prisma.service.js';
import type { ChannelAccess } from '../permissions/permissions.service.js';
import { insertStatement, newRow, type Mentions, type NewMessage, type StoredPart } from './message-insert.js';
import { changeOf, COLUMNS, FROM, rightsOf, type Guard } from './message-statements.js';
import type { MessageRow } from './messages.presenter.js';

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

// What it said before is kept, as often as may be with this time, and it mentions whom it names now.
const EDIT = changeOf({
  set: `content = $3, edited_at = now(), mention_ids = $4::bigint[], mention_role_ids = $5::bigint[], mention_everyone = $6`,
  before: `, kept AS (
  INSERT INTO message_edits (message_id, number, content, written_at)
  SELECT t.id, t.version, t.content, coalesce(t.edited_at, t.created_at) FROM target t
), outlived AS (
  DELETE FROM message_edits e USING target t WHERE e.message_id = t.id AND e.number < (
    SELECT o.number FROM message_edits o WHERE o.message_id = t.id ORDER BY o.number DESC OFFSET ${limits.editsPerMessage - 2} LIMIT 1)
), forgotten AS (
  DELETE FROM mentions d USING target t WHERE d.channel_id = t.channel_id AND d.seq = t.seq AND d.target_id <> ALL($7::bigint[])
), mentioned AS (
  INSERT INTO mentions (target_id, channel_id, seq, author_id, message_id)
  SELECT n.id, t.channel_id, t.seq, t.author_id, t.id FROM target t CROSS JOIN unnest($7::bigint[]) AS n(id) ON CONFLICT DO NOTHING
)`,
});
const REMOVE = changeOf({ set: "content = '', deleted_at = now()" });
const PUBLISH = changeOf({
  set: "details = coalesce(messages.details, '{}') || jsonb_build_object('publishedAt', $3::text)",
});

const newest = (condition: string) => `SELECT ${COLUMNS} ${FROM} WHERE m.channel_id = $1 AND m.seq > $2 ${condition} ORDER BY m.seq DESC`;

@Injectable()
export class MessagesRepository {
  constructor(private readonly prisma: PrismaService) {}

  /**
   * Stores messages in this order in one transaction with the counters that they raise. Returns [] when the channel is gone or the
   * access version is no longer the present one; then nothing was stored.
   *
   * @param first what has to be done ahead of it in the same transaction, for some
   */
  async insert(
    guard: Guard,
    messages: NewMessage[],
    first?: (statement: Statement) => Promise<void>,
  ): Promise<(MessageRow & ThreadEffects)[]> {
    const store = (statement: Statement) => statement<StoredPart & ThreadEffects>(...insertStatement(guard, messages));
    const parts = await (first
      ? this.prisma.together((statement) => first(statement).then(() => store(statement)))
      : store((...all) => this.prisma.statement(...all)));
    parts.sort((one, other) => one.seq - other.seq);
    return parts.flatMap((part, index) => {
      const message = messages[index];
      return message ? [newRow(guard.channel.id, message, part)] : [];
    });
  }

  byNonces(keys: { authorId: string; nonce: string }[]): Promise<MessageRow[]> {
    return this.prisma.statement<MessageRow>(
      'messages_by_nonces',
      `SELECT ${COLUMNS} ${FROM} WHERE (m.author_id, m.nonce) IN (SELECT * FROM unnest($1::bigint[], $2::uuid[]))`,
      [keys.map(({ authorId }) => authorId), keys.map(({ nonce }) => nonce)],
    );
  }

  /** Of each channel the newest message that is neither deleted nor hidden by the reader. */
  newestOf(channelIds: string[], readerId: string): Promise<MessageRow[]> {
    return this.prisma.statement<MessageRow>(
      'messages_newest_of',
      `SELECT newest.* FROM unnest($1::bigint[]) AS c(id) CROSS JOIN LATERAL (
         SELECT ${COLUMNS} ${FROM} WHERE m.channel_id = c.id AND m.deleted_at IS NULL AND NOT EXISTS (
           SELECT FROM message_marks k WHERE k.user_id = $2 AND k.message_id = m.id AND k.hidden_at IS NOT NULL)
         ORDER BY m.seq DESC LIMIT 1
       ) newest`,
      [channelIds, readerId],
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

  byIds(ids: string[]): Promise<MessageRow[]> {
    return this.prisma.statement<MessageRow>('messages_by_ids', `SELECT ${COLUMNS} ${FROM} WHERE m.id = ANY($1::bigint[])`, [ids]);
  }

  /** Null when the message is deleted or the access version is old; then nothing was changed. */
  async edit(id: string, guard: Guard, content: string, mentions: Mentions): Promise<MessageRow | null> {
    const { mentionIds = [], mentionRoleIds = [], mentionEveryone = false, notified = [] } = mentions;
    const values = [id, guard.accessVersion, content, mentionIds, mentionRoleIds, mentionEveryone, notified];
    const rights = rightsOf(guard);
    const rows = await this.prisma.statement<MessageRow>(`messages_edit_${rights}`, EDIT[rights], values);
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

  /** Without READ_MESSAGE_HISTORY nothing from before the member came in is shown: the last seq of what is not. */
  async floor({ permissions, channel, userId }: ChannelAccess): Promise<number> {
    if (hasPermission(permissions, 'READ_MESSAGE_HISTORY')) return 0;
    const rows = await this.prisma.statement<{ joined_seq: number }>(
      'read_states_joined_seq',
      'SELECT joined_seq FROM read_states WHERE user_id = $1 AND channel_id = $2',
      [userId, channel.id],
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
