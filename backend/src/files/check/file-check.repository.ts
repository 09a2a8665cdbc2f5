import { Injectable } from '@nestjs/common';
import { PrismaService } from '../../database/prisma.service.js';
import { SHARDS } from '../storage/file-store.js';

/** What the rows of one object say of it. */
export interface ExpectedObject {
  objectId: string;
  variants: string[];
  /** Some of it may not be there yet, or be there before a row says so. */
  isChanging: boolean;
}

export interface LostVariants {
  objectId: string;
  variants: string[];
}

// The expression is that of an index.
const OF_SHARD = `
SELECT f.object_id AS "objectId", 
  bool_or(f.state IN ('UPLOADING', 'PROCESSING') OR f.ready_at IS NULL AND f.state <> 'QUARANTINED') AS "isChanging",
  coalesce(array_agg(DISTINCT v.name) FILTER (WHERE v.name IS NOT NULL), '{}') AS variants
FROM files f LEFT JOIN LATERAL jsonb_object_keys(f.variants) AS v(name) ON true
WHERE f.object_id % ${SHARDS} = $1 GROUP BY f.object_id`;

const LOSE = `
UPDATE files f SET state = CASE f.state WHEN 'QUARANTINED' THEN f.state ELSE 'FAILED' END, variants = f.variants - ARRAY(SELECT jsonb_array_elements_text(l.variants))
FROM jsonb_to_recordset($1::jsonb) AS l("objectId" bigint, variants jsonb)
WHERE f.object_id = l."objectId" AND f.state IN ('READY', 'FAILED', 'QUARANTINED') RETURNING f.message_id`;

@Injectable()
export class FileCheckRepository {
  constructor(private readonly prisma: PrismaService) {}

  /** Of the objects whose ids end with these two digits. */
  ofShard(shard: number): Promise<ExpectedObject[]> {
    return this.prisma.statement<ExpectedObject>('file_check_of_shard', OF_SHARD, [shard]);
  }

  /** Returns the messages that show files of which something is gone. */
  async lose(lost: LostVariants[]): Promise<string[]> {
    const rows = await this.prisma.statement<{ message_id: string | null }>('file_check_lose', LOSE, [JSON.stringify(lost)]);
    return [...new Set(rows.flatMap(({ message_id }) => message_id ?? []))];
  }

  /** What came of all of it, for whoever runs the installation. */
  async keep(result: Record<string, string | number>): Promise<void> {
    await this.prisma.installation.updateMany({ data: { fileCheck: result } });
  }
}
