import { Injectable } from '@nestjs/common';
import type { FoundChannel } from '@hearth/contract';
import { PrismaService } from '../database/prisma.service.js';
import { both, inSegments, type SearchCondition } from './search-condition.js';
import type { SearchScope } from './search-scope.js';

export interface Segment {
  number: number;
  fromId: string;
}

/** A part of all ids: from one on, below another. */
export interface Stretch {
  /** Null: whatever segment it is in. */
  segments: number[] | null;
  from: string | null;
  below: string | null;
}

export interface Hit {
  id: string;
  channelId: string;
  serverId: string | null;
  seq: number;
  /** The last seq of what the searcher may not see in this channel. */
  floor: number;
  body: string;
}

export interface HitQuery {
  userId: string;
  scope: SearchScope;
  condition: SearchCondition;
  /** Null: pinned or not. */
  pinned: boolean | null;
  oldestFirst: boolean;
}

const escapeLike = (text: string): string => text.replaceAll(/[\\%_]/g, '\\$&');
const containing = (text: string): string => `%${escapeLike(text)}%`;

/** So many words at most stand for a part of one. */
const MOST_WORDS = 500;

/** Below every id, and above: ids are positive and have 63 bits. */
const [LOWEST, HIGHEST] = ['0', '9223372036854775807'];

@Injectable()
export class SearchRepository {
  constructor(private readonly prisma: PrismaService) {}

  /** From the oldest on. */
  segments(): Promise<Segment[]> {
    return this.prisma.statement<Segment>(
      'search_segments',
      'SELECT number, from_id AS "fromId" FROM search_segments ORDER BY from_id',
      [],
    );
  }

  /**
   * Messages that match and that the searcher may see, in order of their ids. What the index says is held against the message itself: what
   * was edited or deleted since is left out. All matches of the stretch are read from the index first, because another plan would read
   * every message until enough match.
   */
  hits({ userId, scope, condition, pinned, oldestFirst }: HitQuery, stretch: Stretch, limit: number): Promise<Hit[]> {
    const { segments, from, below } = stretch;
    const values: unknown[] = [userId, scope.homeIds, scope.withoutHistory, from ?? LOWEST, below ?? HIGHEST, limit];
    const value = (given: unknown): string => `$${values.push(given)}`;
    const terms = segments === null ? condition.terms : both(condition.terms, inSegments(segments));
    const conditions = [
      ...(terms === null ? [] : [`s.terms @@ ${value(terms)}::tsquery`]),
      ...condition.patterns.map((pattern) => `s.body LIKE ${value(containing(pattern))}`),
      ...condition.notPatterns.map((pattern) => `s.body NOT LIKE ${value(containing(pattern))}`),
    ];
    const order = oldestFirst ? 'ASC' : 'DESC';
    return this.prisma.planned<Hit>(
      `WITH matching AS MATERIALIZED (
         SELECT s.id, s.home_id, s.edited_at, s.body FROM message_search s
         WHERE ${conditions.join(' AND ') || 'true'} AND s.id >= $4 AND s.id < $5 AND s.home_id = ANY($2::bigint[])
       ), ordered AS (SELECT * FROM matching ORDER BY id ${order} OFFSET 0)
       SELECT o.id, m.channel_id AS "channelId", m.server_id AS "serverId", m.seq, m.floor, o.body FROM ordered o CROSS JOIN LATERAL (
         SELECT m.channel_id, c.server_id, m.seq, m.pinned_at, CASE WHEN o.home_id = ANY($3::bigint[]) THEN coalesce(r.joined_seq, 0) ELSE 0 END AS floor
         FROM messages m JOIN channels c ON c.id = m.channel_id
         LEFT JOIN read_states r ON r.user_id = $1 AND r.channel_id = m.channel_id AND o.home_id = ANY($3::bigint[])
         WHERE m.id = o.id AND m.deleted_at IS NULL AND m.edited_at IS NOT DISTINCT FROM o.edited_at
           AND NOT EXISTS (SELECT FROM message_marks h WHERE h.user_id = $1 AND h.message_id = m.id AND h.hidden_at IS NOT NULL)
         OFFSET 0
       ) m WHERE m.seq > m.floor ${pinnedIs(pinned)} ORDER BY o.id ${order} LIMIT $6`,
      values,
    );
  }

  /** Words that hold each of these parts, of many the shortest. */
  async wordsWith(parts: string[]): Promise<Map<string, string[]>> {
    if (parts.length === 0) return new Map();
    const rows = await this.prisma.statement<{ part: string; words: string[] }>(
      'search_words_with',
      `SELECT p.part, array(
         SELECT w.word FROM search_words w WHERE w.word LIKE p.pattern ORDER BY length(w.word), w.word LIMIT ${MOST_WORDS}
       ) AS words FROM unnest($1::text[], $2::text[]) AS p(part, pattern)`,
      [parts, parts.map(containing)],
    );
    return new Map(rows.map(({ part, words }) => [part, words]));
  }

  /** Ids of the messages right before and after others, of those that are not deleted, and that the searcher may see and did not hide. */
  around(userId: string, hits: Hit[]): Promise<{ id: string; hitId: string; isAfter: boolean }[]> {
    return this.prisma.statement(
      'search_around',
      `SELECT m.id, h.id AS "hitId", m.seq > h.seq AS "isAfter"
       FROM unnest($1::bigint[], $2::bigint[], $3::int[], $4::int[]) AS h(id, channel_id, seq, floor)
       JOIN messages m ON m.channel_id = h.channel_id AND m.seq = ANY(ARRAY[h.seq - 1, h.seq + 1]) AND m.seq > h.floor
       WHERE m.deleted_at IS NULL
         AND NOT EXISTS (SELECT FROM message_marks k WHERE k.user_id = $5 AND k.message_id = m.id AND k.hidden_at IS NOT NULL)`,
      [
        hits.map(({ id }) => id),
        hits.map(({ channelId }) => channelId),
        hits.map(({ seq }) => seq),
        hits.map(({ floor }) => floor),
        userId,
      ],
    );
  }

  async usersByName(names: string[]): Promise<{ id: string; username: string }[]> {
    if (names.length === 0) return [];
    return this.prisma.statement('search_users_by_name', 'SELECT id, username FROM users WHERE username = ANY($1::text[])', [names]);
  }

  /** Of these channels, their threads and these conversations those with one of the names; a DM has that of the other one. */
  async channelsByName(userId: string, homeIds: string[], names: string[]): Promise<{ id: string; name: string }[]> {
    if (names.length === 0) return [];
    return this.prisma.planned<{ id: string; name: string }>(
      `SELECT c.id, lower(c.name) AS name FROM channels c
       WHERE lower(c.name) = ANY($2::text[]) AND (c.id = ANY($1::bigint[]) OR (c.type = 'THREAD' AND c.parent_id = ANY($1::bigint[])))
       UNION SELECT c.id, u.username FROM users u JOIN recipients r ON r.user_id = u.id JOIN channels c ON c.id = r.channel_id
       WHERE u.username = ANY($2::text[]) AND u.id <> $3 AND c.type = 'DM' AND c.id = ANY($1::bigint[])`,
      [homeIds, names, userId],
    );
  }

  /** Channels and threads of a searcher's servers whose names hold a text, those that begin with it first. Not yet held against what they may see. */
  channelsLike(userId: string, text: string, limit: number): Promise<FoundChannel[]> {
    return this.prisma.planned<FoundChannel>(
      `SELECT c.id, c.server_id AS "serverId", c.name, c.type, c.parent_id AS "parentId" FROM channels c
       JOIN members m ON m.server_id = c.server_id AND m.user_id = $1
       WHERE lower(c.name) LIKE $2 AND c.type <> 'CATEGORY' ORDER BY lower(c.name) LIKE $3 DESC, c.archived_at IS NULL DESC, lower(c.name), c.id LIMIT $4`,
      [userId, containing(text.toLowerCase()), `${escapeLike(text.toLowerCase())}%`, limit],
    );
  }

  serversLike(userId: string, text: string, limit: number): Promise<{ id: string; name: string; icon: string | null }[]> {
    return this.prisma.statement(
      'search_servers_like',
      `SELECT s.id, s.name, s.icon FROM servers s JOIN members m ON m.server_id = s.id AND m.user_id = $1
       WHERE lower(s.name) LIKE $2 ORDER BY lower(s.name) LIKE $3 DESC, lower(s.name), s.id LIMIT $4`,
      [userId, containing(text.toLowerCase()), `${escapeLike(text.toLowerCase())}%`, limit],
    );
  }

  /** The first message after `floor` from a time on, or the last one before it: halves the channel until it is found. Null: there is none. */
  async seqAt(channelId: string, floor: number, at: string): Promise<number | null> {
    const [row] = await this.prisma.statement<{ seq: number }>(
      'search_seq_at',
      `WITH RECURSIVE half AS (
         SELECT $2::int + 1 AS low, last_seq + 1 AS high, last_seq FROM channels WHERE id = $1 AND last_seq > $2
         UNION ALL
         SELECT CASE WHEN m.created_at < $3 THEN m.seq + 1 ELSE h.low END, CASE WHEN m.created_at < $3 THEN h.high ELSE (h.low + h.high) / 2 END, h.last_seq
         FROM half h CROSS JOIN LATERAL (
           SELECT seq, created_at FROM messages WHERE channel_id = $1 AND seq >= (h.low + h.high) / 2 ORDER BY seq LIMIT 1
         ) m WHERE h.low < h.high
       ) SELECT least(low, last_seq) AS seq FROM half WHERE low >= high`,
      [channelId, floor, at],
    );
    return row?.seq ?? null;
  }
}

function pinnedIs(pinned: boolean | null): string {
  if (pinned === null) return '';
  return pinned ? 'AND m.pinned_at IS NOT NULL' : 'AND m.pinned_at IS NULL';
}
