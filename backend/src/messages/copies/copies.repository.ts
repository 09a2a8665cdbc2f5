import { Injectable } from '@nestjs/common';
import type { MessageOrigin, MessageType } from '@hearth/contract';
import { PrismaService } from '../../database/prisma.service.js';
import { attachmentOf, COPIED, SENDABLE, sharedOf } from '../attachments/attachment-statements.js';
import type { MessageRow } from '../messages.presenter.js';
import { COLUMNS } from '../message-statements.js';

export interface Original {
  id: string;
  author_id: string;
  /** Of its copies. */
  type: MessageType;
  content: string;
  embeds: MessageRow['embeds'];
  /** Of the files that can be handed on, in their order. */
  file_ids: string[];
  mention_ids: string[] | null;
  edited_at: Date | null;
  deleted_at: Date | null;
  version: number;
  server_id: string;
  server_name: string;
  channel_id: string;
  channel_name: string;
  /** Of the rules of its server, as of the same moment. */
  access_version: number;
}

/** A copy and the channel that gets it. `fileIds`: of its files, as many as the original has. */
export interface NewCopy {
  id: string;
  targetId: string;
  fileIds: string[];
}

const ORIGINAL = `
SELECT m.id, m.author_id, m.content, CASE WHEN m.type = 'VOICE' OR m.details->'forward' ? 'voice' THEN 'VOICE' ELSE 'DEFAULT' END AS type,
  m.embeds, m.mention_ids, m.edited_at, m.deleted_at, m.version, s.id AS server_id, s.name AS server_name, c.id AS channel_id,
  c.name AS channel_name, s.access_version,
  ARRAY(SELECT f.id FROM files f WHERE f.message_id = m.id AND f.state IN ${SENDABLE} ORDER BY f.position) AS file_ids
FROM messages m JOIN channels c ON c.id = m.channel_id JOIN servers s ON s.id = c.server_id WHERE m.id = $1`;

// Whom it names has a name in the copies too, and is called by none of them: only rows of `mentions` call anybody.
// The channels are locked in the order of their ids: two of these at once do not wait for each other. The nonce is made of what is copied
// where, so that nothing is copied there twice. Files of copies count for nobody: they go with the original.
const INSERT = `
WITH input AS (
  SELECT * FROM unnest($1::bigint[], $2::bigint[]) AS t(id, target_id)
), locked AS (
  SELECT c.id FROM channels c
  WHERE c.id = ANY($2::bigint[]) AND NOT EXISTS (SELECT FROM messages m WHERE m.origin_id = $3 AND m.channel_id = c.id)
  ORDER BY c.id FOR NO KEY UPDATE
), raised AS (
  UPDATE channels c SET last_seq = c.last_seq + 1, version = c.version + 1, last_message_at = now()
  FROM locked WHERE c.id = locked.id RETURNING c.id, c.last_seq, c.version
), found AS MATERIALIZED (
  SELECT f.*, w.message_id AS of_copy, w.copy_id FROM (SELECT count(*) FROM locked) AS first
  CROSS JOIN unnest($9::bigint[], $10::bigint[], $11::bigint[]) AS w(file_id, message_id, copy_id) JOIN files f ON f.id = w.file_id
  WHERE f.message_id = $3 FOR SHARE OF f
), m AS (
  INSERT INTO messages (id, channel_id, seq, version, type, author_id, content, nonce, details, origin_id, embeds, mention_ids, attachments)
  SELECT i.id, r.id, r.last_seq, r.version, $12::message_type, $4, $5, md5($3::text || ' ' || r.id::text)::uuid, $6::jsonb, $3, $7::jsonb, $8::bigint[],
    (SELECT jsonb_agg(${attachmentOf('f', 'f.copy_id')} ORDER BY f.position) FROM found f WHERE f.of_copy = i.id)
  FROM raised r JOIN input i ON i.target_id = r.id
  RETURNING *
), copied AS (
  INSERT INTO files (id, ${COPIED})
  SELECT f.copy_id, $4, c.server_id, c.id, m.id, f.position, 0, ${sharedOf('f')}
  FROM found f JOIN m ON m.id = f.of_copy JOIN channels c ON c.id = m.channel_id
)
SELECT ${COLUMNS} FROM m JOIN users u ON u.id = m.author_id`;

// A file of a copy is the one of the original that has the same object. The trigger of tombstones takes them itself.
const FOLLOW = `
WITH target AS (
  SELECT m.id, m.channel_id FROM messages m WHERE m.origin_id = $1 AND m.id > $2 AND m.deleted_at IS NULL ORDER BY m.id LIMIT $3
), locked AS (
  SELECT c.id FROM channels c WHERE c.id IN (SELECT channel_id FROM target) ORDER BY c.id FOR NO KEY UPDATE
), raised AS (
  UPDATE channels c SET version = c.version + 1 FROM locked WHERE c.id = locked.id RETURNING c.id, c.version
), kept AS (
  SELECT o.*, t.id AS of_copy, c.id AS copy_id
  FROM target t JOIN files c ON c.message_id = t.id JOIN files o ON o.object_id = c.object_id AND o.message_id = $1
), revised AS (
  UPDATE files c SET name = k.name, alt = k.alt, spoiler = k.spoiler FROM kept k WHERE c.id = k.copy_id
), dropped AS (
  DELETE FROM files c USING target t
  WHERE $6::timestamptz IS NULL AND c.message_id = t.id
    AND NOT EXISTS (SELECT FROM files o WHERE o.message_id = $1 AND o.object_id = c.object_id)
), m AS (
  UPDATE messages SET content = $4, edited_at = $5, deleted_at = $6, mention_ids = $8::bigint[], version = r.version,
    -- Previews that somebody took from a copy do not come back.
    embeds = CASE WHEN messages.embeds = '[]'::jsonb THEN messages.embeds ELSE $7::jsonb END,
    attachments = coalesce(
      (SELECT jsonb_agg(${attachmentOf('k', 'k.copy_id')} ORDER BY k.position) FROM kept k WHERE k.of_copy = messages.id),
      CASE WHEN messages.attachments IS NOT NULL THEN '[]'::jsonb END)
  FROM raised r JOIN target t ON t.channel_id = r.id WHERE messages.id = t.id
  RETURNING messages.*
)
SELECT ${COLUMNS} FROM m JOIN users u ON u.id = m.author_id ORDER BY m.id`;

/** Copies of announcements: rows of messages that follow another one. */
@Injectable()
export class CopiesRepository {
  constructor(private readonly prisma: PrismaService) {}

  /** Null when it is gone with its channel. */
  async original(messageId: string): Promise<Original | null> {
    const [row] = await this.prisma.statement<Original>('copies_original', ORIGINAL, [messageId]);
    return row ?? null;
  }

  /** Returns those that were made: not what is there already, and nothing in channels that are gone. */
  insert(original: Original, copies: NewCopy[]): Promise<MessageRow[]> {
    const origin: MessageOrigin = {
      serverId: original.server_id,
      serverName: original.server_name,
      channelId: original.channel_id,
      channelName: original.channel_name,
      messageId: original.id,
    };
    return this.prisma.statement<MessageRow>('copies_insert', INSERT, [
      copies.map(({ id }) => id),
      copies.map(({ targetId }) => targetId),
      original.id,
      original.author_id,
      original.content,
      JSON.stringify({ origin }),
      original.embeds && JSON.stringify(original.embeds),
      original.mention_ids,
      ...filesOf(original, copies),
      original.type,
    ]);
  }

  /** Makes the first copies behind `after`, by id, what the original is now; returns them. */
  follow(
    { id, content, embeds, mention_ids: mentionIds, edited_at: editedAt, deleted_at: deletedAt }: Original,
    after: string,
    limit: number,
  ): Promise<MessageRow[]> {
    const values = [id, after, limit, content, editedAt, deletedAt, embeds && JSON.stringify(embeds), mentionIds];
    return this.prisma.statement<MessageRow>('copies_follow', FOLLOW, values);
  }

  /** Of these messages those that have copies. */
  async originals(messageIds: string[]): Promise<string[]> {
    const rows = await this.prisma.statement<{ origin_id: string }>(
      'copies_originals',
      'SELECT DISTINCT origin_id FROM messages WHERE origin_id = ANY($1::bigint[])',
      [messageIds],
    );
    return rows.map((row) => row.origin_id);
  }
}

/** Of each file of each copy: what it is made of, the copy, and the id that it gets. */
function filesOf({ file_ids: ids }: Original, copies: NewCopy[]): [ids: string[], messageIds: string[], copyIds: string[]] {
  return [copies.flatMap(() => ids), copies.flatMap(({ id }) => ids.map(() => id)), copies.flatMap(({ fileIds }) => fileIds)];
}
