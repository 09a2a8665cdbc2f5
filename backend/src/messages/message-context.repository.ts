import { Injectable } from '@nestjs/common';
import { limits, type Message, type QuotedMessage, type UserSummary } from '@hearth/contract';
import { PrismaService } from '../database/prisma.service.js';
import { USER } from './message-statements.js';
import type { MessageRow, OwnPart } from './messages.presenter.js';

type QuoteRow = UserSummary & {
  message_id: string;
  seq: number;
  version: number;
  type: Message['type'];
  content: string;
  mentions: UserSummary[] | null;
  sticker: string | null;
  question: string | null;
  file: QuotedMessage['file'] | null;
  deleted_at: Date | null;
};

interface OwnRow {
  message_id: string;
  /** Of a reaction or a vote. */
  emoji: string | null;
  answer: number | null;
  /** Of the marks. */
  starred: boolean | null;
  hidden: boolean | null;
}

const presentQuote = ({ message_id, deleted_at, mentions, sticker, question, file, ...row }: QuoteRow): QuotedMessage => {
  const { seq, version, type, content, ...author } = row;
  return {
    ...{ id: message_id, seq, version, type, author, content },
    ...(mentions && { mentions }),
    ...(sticker !== null && { sticker: { name: sticker } }),
    ...(question !== null && { poll: { question } }),
    ...(file && { file }),
    deletedAt: deleted_at?.toISOString() ?? null,
  };
};

/** What messages show of other rows, for many messages at once. */
@Injectable()
export class MessageContextRepository {
  constructor(private readonly prisma: PrismaService) {}

  async quotes(messageIds: string[]): Promise<Map<string, QuotedMessage>> {
    const rows = await this.prisma.statement<QuoteRow>(
      'messages_quotes',
      `SELECT m.id AS message_id, m.seq, m.version, m.type, left(m.content, $2) AS content, m.deleted_at, ${USER},
         CASE WHEN m.deleted_at IS NULL THEN m.details->'sticker'->>'name' END AS sticker, m.poll->>'question' AS question,
         (SELECT jsonb_strip_nulls(jsonb_build_object('name', f->'name', 'kind', f->'kind', 'duration', f->'duration'))
          FROM jsonb_array_elements(m.attachments) AS f LIMIT 1) AS file,
         (SELECT jsonb_agg(jsonb_build_object('id', n.id::text, 'username', n.username, 'displayName', n.display_name, 'avatar', n.avatar) ORDER BY a.n)
          FROM unnest(m.mention_ids) WITH ORDINALITY AS a(id, n) JOIN users n ON n.id = a.id) AS mentions
       FROM messages m JOIN users u ON u.id = m.author_id WHERE m.id = ANY($1::bigint[])`,
      [messageIds, limits.quote],
    );
    return new Map(rows.map((row) => [row.message_id, presentQuote(row)]));
  }

  async users(userIds: string[]): Promise<Map<string, UserSummary>> {
    const rows = await this.prisma.statement<UserSummary>(
      'messages_mentioned',
      `SELECT ${USER} FROM users u WHERE u.id = ANY($1::bigint[])`,
      [userIds],
    );
    return new Map(rows.map((user) => [user.id, user]));
  }

  /**
   * What the reader has on these messages; those on which they have nothing are left out.
   *
   * @param quotedIds of these their marks alone
   */
  async own(readerId: string, messages: MessageRow[], quotedIds: string[]): Promise<Map<string, OwnPart>> {
    const idsOf = (has: (row: MessageRow) => boolean) => messages.filter(has).map(({ id }) => id);
    const rows = await this.prisma.statement<OwnRow>(
      'messages_own_part',
      `SELECT message_id, NULL AS emoji, NULL::int AS answer, starred_at IS NOT NULL AS starred, hidden_at IS NOT NULL AS hidden
       FROM message_marks WHERE user_id = $1 AND message_id = ANY($2::bigint[])
       UNION ALL SELECT message_id, emoji, NULL, NULL, NULL FROM reactions WHERE message_id = ANY($3::bigint[]) AND user_id = $1
       UNION ALL SELECT message_id, NULL, answer, NULL, NULL FROM poll_votes WHERE message_id = ANY($4::bigint[]) AND user_id = $1`,
      [readerId, [...idsOf(() => true), ...quotedIds], idsOf(({ reactions }) => reactions !== null), idsOf(({ poll }) => poll !== null)],
    );
    const own = new Map<string, OwnPart>();
    for (const row of rows) {
      const part = own.get(row.message_id) ?? { reactions: [], votes: [], starred: false, hidden: false };
      if (row.emoji !== null) part.reactions.push(row.emoji);
      if (row.answer !== null) part.votes.push(row.answer);
      part.starred ||= row.starred ?? false;
      part.hidden ||= row.hidden ?? false;
      own.set(row.message_id, part);
    }
    return own;
  }
}
