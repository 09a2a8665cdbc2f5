import { Injectable } from '@nestjs/common';
import { PrismaService, type Transaction } from '../database/prisma.service.js';
import type { FileKind } from '../generated/prisma/client.js';

/** What is known of one variant without reading it. */
export type KeptVariant = { contentType: string; bytes: number; width?: number; height?: number };

/** What decides who may read a file, and what of it is read. */
export interface FoundFile {
  objectId: string;
  kind: FileKind;
  ownerId: string | null;
  name: string | null;
  /** Where it stands, of an attachment alone; the seq is null while it is not sent. */
  channelId: string | null;
  seq: number | null;
  /** The first of those that were asked for; null where there is none. */
  variant: string | null;
  kept: KeptVariant | null;
}

export interface NewFile {
  id: string;
  kind: FileKind;
  ownerId: string;
  serverId: string | null;
  variants: Record<string, KeptVariant>;
}

/** That a row went. */
export interface Removal {
  id: string;
  objectId: string;
  /** By another row. */
  isNeeded: boolean;
}

@Injectable()
export class FilesRepository {
  constructor(private readonly prisma: PrismaService) {}

  /** Not ready yet. */
  async insert({ id, kind, ownerId, serverId, variants }: NewFile): Promise<void> {
    const bytes = Object.values(variants).reduce((sum, variant) => sum + variant.bytes, 0);
    await this.prisma.file.create({
      data: {
        id: BigInt(id),
        objectId: BigInt(id),
        kind,
        ownerId: BigInt(ownerId),
        serverId: serverId === null ? null : BigInt(serverId),
        variants,
        bytes: BigInt(bytes),
      },
      select: { id: true },
    });
  }

  /** False when it is gone. */
  async finish(transaction: Transaction, id: string): Promise<boolean> {
    const { count } = await transaction.file.updateMany({ where: { id: BigInt(id) }, data: { readyAt: new Date() } });
    return count > 0;
  }

  /** Null for a file that is not there or that nobody may have: not ready, or with something harmful in it. */
  async find(id: string, variants: string[]): Promise<FoundFile | null> {
    const rows = await this.prisma.statement<FoundFile>(
      'files_find',
      `SELECT f.object_id AS "objectId", f.kind, f.owner_id AS "ownerId", f.name, f.channel_id AS "channelId", m.seq,
              wanted.variant, f.variants->wanted.variant AS kept
       FROM files f LEFT JOIN messages m ON m.id = f.message_id
         LEFT JOIN unnest($2::text[]) WITH ORDINALITY AS wanted (variant, place) ON f.variants ? wanted.variant
       WHERE f.id = $1 AND f.ready_at IS NOT NULL AND f.state <> 'QUARANTINED' ORDER BY wanted.place LIMIT 1`,
      [id, variants],
    );
    return rows[0] ?? null;
  }

  /** The last seq that somebody without READ_MESSAGE_HISTORY does not see, from before they came into the channel. */
  async joinedSeq(userId: string, channelId: string): Promise<number> {
    const rows = await this.prisma.statement<{ joined_seq: number }>(
      'files_joined_seq',
      'SELECT joined_seq FROM read_states WHERE user_id = $1 AND channel_id = $2',
      [userId, channelId],
    );
    return rows[0]?.joined_seq ?? 0;
  }

  async remove(id: string, client: Transaction = this.prisma): Promise<void> {
    await client.file.deleteMany({ where: { id: BigInt(id) } });
  }

  /** What shows nothing but them, and what stands in no message. Emoji, stickers and pictures of servers are the servers'. */
  async removeOwn(ownerId: string): Promise<void> {
    const own = { kind: { in: ['AVATAR', 'BANNER'] satisfies FileKind[] }, serverId: null };
    const unsent = { kind: 'ATTACHMENT' as const, messageId: null };
    await this.prisma.file.deleteMany({ where: { ownerId: BigInt(ownerId), OR: [own, unsent] } });
  }

  /** What was begun before that time and never finished, save what is uploaded: that has a channel, and more time. */
  async removeUnready(before: Date): Promise<void> {
    await this.prisma.file.deleteMany({ where: { readyAt: null, channelId: null, createdAt: { lt: before } } });
  }

  /**
   * What went, the oldest first. An object that some row has still stays: a row that is copied is locked until its copy is there, so
   * that whoever looks after it went finds the copy.
   */
  removals(limit: number): Promise<Removal[]> {
    return this.prisma.statement<Removal>(
      'file_removals',
      `SELECT r.id, r.object_id AS "objectId", EXISTS (SELECT FROM files f WHERE f.object_id = r.object_id) AS "isNeeded"
       FROM file_removals r ORDER BY r.id LIMIT $1`,
      [limit],
    );
  }

  async removed(removals: Removal[]): Promise<void> {
    await this.prisma.fileRemoval.deleteMany({ where: { id: { in: removals.map(({ id }) => BigInt(id)) } } });
  }
}
