import { Injectable } from '@nestjs/common';
import { limits, type Attachment } from '@hearth/contract';
import { PrismaService, type Transaction } from '../../database/prisma.service.js';
import { changeOf, COLUMNS, FROM, rightsOf, type Guard } from '../message-statements.js';
import type { MessageRow } from '../messages.presenter.js';
import { attachmentOf, SENDABLE } from './attachment-statements.js';

/** Seconds: what a recorder keeps may be a moment longer than what was counted. */
const LEEWAY = 5;

/** What its owner may say of a file; undefined stays. */
export interface FileWords {
  name?: string | undefined;
  alt?: string | undefined;
  spoiler?: boolean | undefined;
}

const NEW_WORDS = `name = coalesce($3, f.name), alt = nullif(coalesce($4, f.alt), ''), spoiler = coalesce($5, f.spoiler)`;

const UPDATE_UNSENT = `
WITH f AS (
  UPDATE files f SET ${NEW_WORDS} WHERE f.id = $1 AND f.owner_id = $2 AND f.kind = 'ATTACHMENT' AND f.message_id IS NULL RETURNING f.*
)
SELECT ${attachmentOf('f')} AS attachment FROM f`;

// What the first part changes the second does not see: it takes its row from there.
const UPDATE_SENT = changeOf({
  before: `, edited AS (
  UPDATE files f SET ${NEW_WORDS} FROM target t WHERE f.id = $6 AND f.message_id = t.id RETURNING f.*
)`,
  set: `attachments = (
    SELECT jsonb_agg(CASE WHEN e.id IS NULL THEN ${attachmentOf('f')} ELSE ${attachmentOf('e')} END ORDER BY f.position)
    FROM files f LEFT JOIN edited e ON e.id = f.id WHERE f.message_id = target.id
  )`,
});

const HOLD = `
UPDATE files f SET scheduled_id = $1, position = w.place FROM unnest($3::bigint[]) WITH ORDINALITY AS w(id, place)
WHERE f.id = w.id AND f.owner_id = $2 AND f.message_id IS NULL AND f.scheduled_id IS NULL AND f.state IN ${SENDABLE}`;

const HELD_BY = `
SELECT f.scheduled_id AS id, jsonb_agg(${attachmentOf('f')} ORDER BY f.position) AS attachments FROM files f
WHERE f.scheduled_id = ANY($1::bigint[]) AND f.message_id IS NULL GROUP BY f.scheduled_id`;

// An empty list says that there were some.
const REMOVE = changeOf({
  before: `, taken AS (DELETE FROM files f USING target t WHERE f.id = $3 AND f.message_id = t.id)`,
  set: `attachments = (
    SELECT coalesce(jsonb_agg(a.value ORDER BY a.n), '[]') FROM jsonb_array_elements(target.attachments) WITH ORDINALITY AS a(value, n)
    WHERE a.value->>'id' <> $3::bigint::text
  )`,
});

const REMOVE_ALL = changeOf({
  before: `, taken AS (DELETE FROM files f USING target t WHERE f.message_id = t.id)`,
  set: `attachments = '[]'`,
});

const REFRESH = changeOf({
  set: `attachments = (SELECT jsonb_agg(${attachmentOf('f')} ORDER BY f.position) FROM files f WHERE f.message_id = target.id)`,
});

export interface UnsentFile {
  id: string;
  isQuarantined: boolean;
}

/** The files of messages. */
@Injectable()
export class AttachmentsRepository {
  constructor(private readonly prisma: PrismaService) {}

  /** Of these files those that the owner brought to one of the channels, and that are whole and not sent yet: whether nobody may get them. */
  unsent(ownerId: string, channelIds: string[], ids: string[], scheduledId: string | null = null): Promise<UnsentFile[]> {
    return this.prisma.statement<UnsentFile>(
      'attachments_unsent',
      `SELECT id::text, state = 'QUARANTINED' AS "isQuarantined" FROM files
       WHERE id = ANY($3::bigint[]) AND owner_id = $1 AND channel_id = ANY($2::bigint[]) AND message_id IS NULL
         AND kind = 'ATTACHMENT' AND state <> 'UPLOADING' AND (scheduled_id IS NULL OR scheduled_id = $4)`,
      [ownerId, channelIds, ids, scheduledId],
    );
  }

  /** They wait with a scheduled message from now on, in this order. False where not all of them are there to be sent. */
  async hold(transaction: Transaction, scheduledId: string, ownerId: string, ids: string[]): Promise<boolean> {
    const held = await transaction.$executeRawUnsafe(HOLD, BigInt(scheduledId), BigInt(ownerId), ids.map(BigInt));
    return held === ids.length;
  }

  /** What waits with these scheduled messages, in its order. */
  async heldBy(scheduledIds: string[]): Promise<Map<string, Attachment[]>> {
    const rows = await this.prisma.statement<{ id: string; attachments: Attachment[] }>('attachments_held_by', HELD_BY, [scheduledIds]);
    return new Map(rows.map(({ id, attachments }) => [id, attachments]));
  }

  /** Whether each can be heard at a glance: how long and how loud it is came with it. */
  async areRecordings(ids: string[]): Promise<boolean> {
    const rows = await this.prisma.statement(
      'attachments_recordings',
      `SELECT id FROM files WHERE id = ANY($1::bigint[]) AND meta->>'kind' = 'audio' AND meta->>'waveform' IS NOT NULL
         AND (meta->>'duration')::float8 <= $2`,
      [ids, limits.voiceSeconds + LEEWAY],
    );
    return rows.length === ids.length;
  }

  /** What others read of these files, and of those of a message. */
  async words(ids: string[], messageId: string | null): Promise<string[]> {
    const rows = await this.prisma.statement<{ name: string; alt: string | null }>(
      'attachments_words',
      `SELECT name, alt FROM files WHERE kind = 'ATTACHMENT' AND (id = ANY($1::bigint[]) OR message_id = $2) ORDER BY id`,
      [ids, messageId],
    );
    return rows.flatMap(({ name, alt }) => [name, ...(alt === null ? [] : [alt])]);
  }

  /** Those of a message that can be handed on, in their order, and what a copy of each takes. */
  ofMessage(messageId: string): Promise<{ id: string; bytes: number }[]> {
    return this.prisma.statement<{ id: string; bytes: number }>(
      'attachments_of_message',
      `SELECT id, greatest(bytes, size)::float8 AS bytes FROM files WHERE message_id = $1 AND state IN ${SENDABLE} ORDER BY position`,
      [messageId],
    );
  }

  /** Which message an own file stands in, null before it is sent; undefined where there is no such file. */
  async messageOf(fileId: string, ownerId: string): Promise<string | null | undefined> {
    const [row] = await this.prisma.statement<{ messageId: string | null }>(
      'attachments_message_of',
      `SELECT message_id AS "messageId" FROM files WHERE id = $1 AND owner_id = $2 AND kind = 'ATTACHMENT'`,
      [fileId, ownerId],
    );
    return row?.messageId;
  }

  /** Null when it is gone, or was sent. */
  async updateUnsent(fileId: string, ownerId: string, { name, alt, spoiler }: FileWords): Promise<Attachment | null> {
    const values = [fileId, ownerId, name ?? null, alt ?? null, spoiler ?? null];
    const [row] = await this.prisma.statement<{ attachment: Attachment }>('attachments_update_unsent', UPDATE_UNSENT, values);
    return row?.attachment ?? null;
  }

  /** Null when the message is deleted or the access version is old. */
  async updateSent(messageId: string, guard: Guard, fileId: string, { name, alt, spoiler }: FileWords): Promise<MessageRow | null> {
    const rights = rightsOf(guard);
    const values = [messageId, guard.accessVersion, name ?? null, alt ?? null, spoiler ?? null, fileId];
    const [row] = await this.prisma.statement<MessageRow>(`attachments_update_sent_${rights}`, UPDATE_SENT[rights], values);
    return row ?? null;
  }

  /** What is known of its files by now. As `updateSent`. */
  async refresh(messageId: string, guard: Guard): Promise<MessageRow | null> {
    const rights = rightsOf(guard);
    const [row] = await this.prisma.statement<MessageRow>(`attachments_refresh_${rights}`, REFRESH[rights], [
      messageId,
      guard.accessVersion,
    ]);
    return row ?? null;
  }

  /** The first messages that have files of somebody. */
  async messagesOf(ownerId: string, limit: number): Promise<string[]> {
    const rows = await this.prisma.statement<{ id: string }>(
      'attachments_messages_of',
      `SELECT DISTINCT message_id AS id FROM files WHERE owner_id = $1 AND message_id IS NOT NULL ORDER BY message_id LIMIT $2`,
      [ownerId, limit],
    );
    return rows.map(({ id }) => id);
  }

  /** As `remove`, every one of them. */
  async removeAll(messageId: string, guard: Guard): Promise<MessageRow | null> {
    const rights = rightsOf(guard);
    const [row] = await this.prisma.statement<MessageRow>(`attachments_remove_all_${rights}`, REMOVE_ALL[rights], [
      messageId,
      guard.accessVersion,
    ]);
    return row ?? null;
  }

  /** Null when the message is deleted or the access version is old. */
  async remove(messageId: string, guard: Guard, fileId: string): Promise<MessageRow | null> {
    const rights = rightsOf(guard);
    const [row] = await this.prisma.statement<MessageRow>(`attachments_remove_${rights}`, REMOVE[rights], [
      messageId,
      guard.accessVersion,
      fileId,
    ]);
    return row ?? null;
  }

  /** As `remove`, in one transaction with what else belongs to the act. */
  async removeWith(
    messageId: string,
    guard: Guard,
    fileId: string,
    then: (transaction: Transaction) => Promise<void>,
  ): Promise<MessageRow | null> {
    const isDone = await this.prisma.$transaction(async (transaction) => {
      const text = REMOVE[rightsOf(guard)];
      const rows = await transaction.$queryRawUnsafe<unknown[]>(text, BigInt(messageId), guard.accessVersion, BigInt(fileId));
      if (rows.length > 0) await then(transaction);
      return rows.length > 0;
    });
    if (!isDone) return null;
    const [row] = await this.prisma.statement<MessageRow>('attachments_row', `SELECT ${COLUMNS} ${FROM} WHERE m.id = $1`, [messageId]);
    return row ?? null;
  }
}
