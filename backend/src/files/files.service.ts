import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { FileVariant } from '@hearth/contract';
import type { Transaction } from '../database/prisma.service.js';
import { Snowflakes } from '../database/snowflakes.js';
import { ProblemError } from '../http/problem.js';
import { JobsService } from '../jobs/jobs.service.js';
import { FilesRepository, type NewFile, type Removal } from './files.repository.js';
import { MediaService } from './media/media.service.js';
import { FileStore, type StoredObject } from './storage/file-store.js';

const SWEEP_EVERY = 60_000;
/** Milliseconds after which what was begun is taken for given up. */
const GIVEN_UP = 60 * 60 * 1_000;
const AT_ONCE = 100;

export interface NewPicture {
  kind: NewFile['kind'];
  ownerId: string;
  serverId: string | null;
  /** A data URL in base64. */
  image: string;
  /** Pixels that it is wide and high at most, once it is made. */
  side: number;
}

export interface OpenFile extends StoredObject {
  contentType: string;
}

/** Files of all kinds: their rows, their bytes in the store, and the way of both. */
@Injectable()
export class FilesService implements OnModuleInit {
  constructor(
    private readonly repository: FilesRepository,
    private readonly store: FileStore,
    private readonly media: MediaService,
    private readonly snowflakes: Snowflakes,
    private readonly jobs: JobsService,
  ) {}

  onModuleInit(): void {
    this.jobs.define({ name: 'files:sweep', every: SWEEP_EVERY, run: () => this.sweep() });
  }

  /**
   * Makes a picture of what somebody sent and stores it. It is nobody's until it is `finish`ed in the transaction of what shows it, and goes
   * after an hour without.
   *
   * @throws VALIDATION for what is no picture
   */
  async storePicture({ image, side, ...file }: NewPicture): Promise<{ id: string; animated: boolean }> {
    const data = Buffer.from(image.slice(image.indexOf(',') + 1), 'base64');
    const { animated, variants } = await this.media.run({ kind: 'picture', data, side });
    const id = this.snowflakes.next();
    const kept = variants.map(({ variant, data: { length: bytes }, ...rest }) => {
      const { contentType, width, height } = rest;
      return [variant, { contentType, bytes, width, height }] as const;
    });
    // The row first: whatever becomes of this process, nothing is in the store that no row knows.
    await this.repository.insert({ ...file, id, variants: Object.fromEntries(kept) });
    try {
      for (const made of variants) await this.store.write(id, made.variant, made.data);
    } catch (fault) {
      await this.repository.remove(id);
      throw fault;
    }
    return { id, animated };
  }

  /** From now on it can be read. @throws CONFLICT when it took too long and is gone */
  async finish(transaction: Transaction, id: string): Promise<void> {
    if (!(await this.repository.finish(transaction, id))) throw new ProblemError('CONFLICT', { detail: 'The file is gone' });
  }

  /** Its row at once, its bytes soon after the transaction. */
  async remove(id: string, transaction?: Transaction): Promise<void> {
    await this.repository.remove(id, transaction);
  }

  /** @throws NOT_FOUND */
  async open(fileId: string, variant: FileVariant): Promise<OpenFile> {
    const kept = await this.repository.variant(fileId, variant);
    const object = kept && (await this.store.read(fileId, variant));
    if (!object) throw new ProblemError('NOT_FOUND');
    return { ...object, contentType: kept.contentType };
  }

  /** Takes out of the store what no row has any more. */
  async sweep(): Promise<void> {
    await this.repository.removeUnready(new Date(Date.now() - GIVEN_UP));
    let removals: Removal[];
    do {
      removals = await this.repository.removals(AT_ONCE);
      for (const { objectId, isNeeded } of removals) if (!isNeeded) await this.store.remove(objectId);
      await this.repository.removed(removals);
    } while (removals.length === AT_ONCE);
  }
}
