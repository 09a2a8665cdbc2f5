import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import * as z from 'zod';
import { defineJob } from '../../jobs/job.js';
import { JobsService } from '../../jobs/jobs.service.js';
import { FileNews } from '../file-news.js';
import { FileStore, SHARDS, type ListedObject } from '../storage/file-store.js';
import { FileCheckRepository, type ExpectedObject, type LostVariants } from './file-check.repository.js';

const DAY = 24 * 3_600_000;
/** Milliseconds for which something under no known name may be on its way to one. */
const FRESH = 3_600_000;

/** `orphans`: objects without a row. `leftovers`: parts of objects that no row names. `missing`: variants that a row names in vain. */
const counts = z.object({ orphans: z.number(), leftovers: z.number(), missing: z.number() });
export type CheckCounts = z.infer<typeof counts>;

const NOTHING: CheckCounts = { orphans: 0, leftovers: 0, missing: 0 };
const checking = defineJob('files:check', counts.extend({ shard: z.number() }));

/** Holds the store and the rows against each other once a day, a hundredth at a time, and mends what does not fit. */
@Injectable()
export class FileCheckService implements OnModuleInit {
  constructor(
    private readonly repository: FileCheckRepository,
    private readonly store: FileStore,
    private readonly news: FileNews,
    private readonly jobs: JobsService,
    private readonly logger: PinoLogger,
  ) {
    logger.setContext('files');
  }

  onModuleInit(): void {
    this.jobs.handle(checking, { run: (part) => this.runPart(part) });
    const begin = () => this.jobs.enqueue(checking, new Date().toISOString().slice(0, 13), { shard: 0, ...NOTHING });
    this.jobs.define({ name: 'files:check-daily', every: DAY, run: begin });
  }

  /** One of the hundredths. */
  async check(shard: number): Promise<CheckCounts> {
    // Rows are written before their objects and go before them: what is listed had its row by now.
    const listed = Map.groupBy(await this.store.list(shard), ({ objectId }) => objectId);
    const expected = await this.repository.ofShard(shard);
    const known = new Map(expected.map((object) => [object.objectId, object]));
    let [orphans, leftovers] = [0, 0];
    for (const [objectId, objects] of listed) {
      const object = known.get(objectId);
      if (object) leftovers += await this.clean(object, objects);
      else {
        await this.store.remove(objectId);
        orphans += 1;
      }
    }
    const settled = expected.filter(({ isChanging }) => !isChanging);
    return { orphans, leftovers, missing: await this.mend(settled, listed) };
  }

  /** What came of all hundredths is kept for whoever runs the installation. */
  async finish(sum: CheckCounts): Promise<void> {
    await this.repository.keep({ at: new Date().toISOString(), ...sum });
    this.logger[sum.missing > 0 ? 'error' : 'info'](sum, 'files were checked');
  }

  private async runPart({ shard, ...before }: z.infer<typeof checking.payload>): Promise<z.infer<typeof checking.payload> | undefined> {
    const found = await this.check(shard);
    const sum = {
      orphans: before.orphans + found.orphans,
      leftovers: before.leftovers + found.leftovers,
      missing: before.missing + found.missing,
    };
    if (shard + 1 < SHARDS) return { shard: shard + 1, ...sum };
    await this.finish(sum);
    return undefined;
  }

  private async clean({ isChanging, variants }: ExpectedObject, objects: ListedObject[]): Promise<number> {
    if (isChanging) return 0;
    const old = Date.now() - FRESH;
    const left = objects.filter(({ name, changedAt }) => !variants.includes(name) && changedAt.getTime() < old);
    for (const { objectId, name } of left) await this.store.remove(objectId, name);
    return left.length;
  }

  private async mend(settled: ExpectedObject[], listed: ReadonlyMap<string, ListedObject[]>): Promise<number> {
    const lost: LostVariants[] = [];
    for (const { objectId, variants } of settled) {
      const there = new Set(listed.get(objectId)?.map(({ name }) => name));
      const gone = await this.gone(
        objectId,
        variants.filter((name) => !there.has(name)),
      );
      if (gone.length > 0) lost.push({ objectId, variants: gone });
    }
    if (lost.length > 0) await this.news.changed.tell(await this.repository.lose(lost));
    return lost.reduce((sum, { variants }) => sum + variants.length, 0);
  }

  /** What came after the list was made is there. */
  private async gone(objectId: string, names: string[]): Promise<string[]> {
    const sizes = await Promise.all(names.map((name) => this.store.size(objectId, name)));
    return names.filter((_, index) => sizes[index] === null);
  }
}
