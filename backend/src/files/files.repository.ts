import { Injectable } from '@nestjs/common';
import { PrismaService, type Transaction } from '../database/prisma.service.js';
import type { FileKind } from '../generated/prisma/client.js';

/** What is known of one variant without reading it. */
export type KeptVariant = { contentType: string; bytes: number; width: number; height: number };

export interface NewFile {
  id: string;
  kind: FileKind;
  ownerId: string;
  serverId: string | null;
  variants: Record<string, KeptVariant>;
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

  /** Null for a file that is not there, not ready, or has no such variant. */
  async variant(id: string, variant: string): Promise<KeptVariant | null> {
    const rows = await this.prisma.statement<{ variant: KeptVariant | null }>(
      'files_variant',
      'SELECT variants->$2 AS variant FROM files WHERE id = $1 AND ready_at IS NOT NULL',
      [id, variant],
    );
    return rows[0]?.variant ?? null;
  }

  async remove(id: string, client: Transaction = this.prisma): Promise<void> {
    await client.file.deleteMany({ where: { id: BigInt(id) } });
  }

  /** What was begun before that time and never finished. */
  async removeUnready(before: Date): Promise<void> {
    await this.prisma.file.deleteMany({ where: { readyAt: null, createdAt: { lt: before } } });
  }

  /** Ids of files whose objects are to leave the store, the oldest first. */
  async removals(limit: number): Promise<string[]> {
    const rows = await this.prisma.fileRemoval.findMany({ orderBy: { createdAt: 'asc' }, take: limit, select: { fileId: true } });
    return rows.map(({ fileId }) => fileId.toString());
  }

  async removed(ids: string[]): Promise<void> {
    await this.prisma.fileRemoval.deleteMany({ where: { fileId: { in: ids.map(BigInt) } } });
  }
}
