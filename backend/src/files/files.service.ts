import { Injectable, type OnModuleInit } from '@nestjs/common';
import { hasPermission } from '@hearth/contract';
import type { Transaction } from '../database/prisma.service.js';
import { Snowflakes } from '../database/snowflakes.js';
import type { Caller } from '../http/caller.js';
import { ProblemError } from '../http/problem.js';
import { JobsService } from '../jobs/jobs.service.js';
import { PermissionsService } from '../permissions/permissions.service.js';
import { FileNews } from './file-news.js';
import { FilesRepository, type FoundFile, type KeptVariant, type NewFile, type Removal } from './files.repository.js';
import { MediaTools, type ToolState } from './media/ffmpeg/media-tools.js';
import { ScanningService } from './scan/scanning.service.js';
import { MediaService } from './media/media.service.js';
import type { CoverTask, PictureResult } from './media/tasks.js';
import { FileStore, type StoredObject } from './storage/file-store.js';

const SWEEP_EVERY = 60_000;
/** Milliseconds after which what was begun is taken for given up. */
const GIVEN_UP = 60 * 60 * 1_000;
const AT_ONCE = 100;

interface NewImage {
  kind: NewFile['kind'];
  ownerId: string;
  serverId: string | null;
  /** A data URL in base64. */
  image: string;
}

export interface NewPicture extends NewImage {
  /** Pixels that it is wide and high at most, once it is made. */
  side: number;
}

/** What a person or a server is seen by. */
export type NewCover = NewImage & Pick<CoverTask, 'crop' | 'size' | 'icon'>;

export interface StoredPicture {
  id: string;
  animated: boolean;
}

/** What somebody may read of a file. */
export interface ReadableFile extends KeptVariant {
  /** Under which it is in the store. */
  objectId: string;
  variant: string;
  /** By which it is saved; null for what has none. */
  name: string | null;
  /** Not for everybody who is signed in. */
  isPrivate: boolean;
}

/** Files of all kinds: their rows, their bytes in the store, and the way of both. */
@Injectable()
export class FilesService implements OnModuleInit {
  constructor(
    private readonly repository: FilesRepository,
    private readonly store: FileStore,
    private readonly media: MediaService,
    private readonly tools: MediaTools,
    private readonly scanning: ScanningService,
    private readonly permissions: PermissionsService,
    private readonly snowflakes: Snowflakes,
    private readonly jobs: JobsService,
    /** What becomes of files without anybody's doing. */
    readonly news: FileNews,
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
  async storePicture({ image, side, ...file }: NewPicture): Promise<StoredPicture> {
    return this.storeMade(file, await this.media.run({ kind: 'picture', data: bytesOf(image), side }));
  }

  /** The same with a part of it, in one shape. @throws VALIDATION for what is no picture, or has no such part */
  async storeCover({ image, crop, size, icon, ...file }: NewCover): Promise<StoredPicture> {
    return this.storeMade(file, await this.media.run({ kind: 'cover', data: bytesOf(image), crop, size, icon }));
  }

  /** From now on it can be read. @throws CONFLICT when it took too long and is gone */
  async finish(transaction: Transaction, id: string): Promise<void> {
    if (!(await this.repository.finish(transaction, id))) throw new ProblemError('CONFLICT', { detail: 'The file is gone' });
  }

  /** Its row at once, its bytes soon after the transaction. */
  async remove(id: string, transaction?: Transaction): Promise<void> {
    await this.repository.remove(id, transaction);
  }

  /** What is somebody's alone: their pictures, and what they did not send. */
  async removeOwn(userId: string): Promise<void> {
    await this.repository.removeOwn(userId);
  }

  /**
   * Pictures of servers and people are for everybody who is signed in, since they stand anywhere; a file of a message is for those who may
   * read that message, and for its owner alone until it is sent.
   *
   * @param variants of which the first that there is counts
   * @throws NOT_FOUND
   */
  async require(caller: Caller, fileId: string, variants: string[]): Promise<ReadableFile> {
    const found = await this.repository.find(fileId, variants);
    if (!found?.variant || !found.kept) throw new ProblemError('NOT_FOUND');
    const { objectId, variant, kept, name, channelId } = found;
    if (channelId !== null) await this.requireReader(caller, found, channelId);
    return { ...kept, objectId, variant, name, isPrivate: channelId !== null };
  }

  /** @throws NOT_FOUND */
  async open(caller: Caller, fileId: string, variant: string): Promise<StoredObject & { contentType: string }> {
    return this.read(await this.require(caller, fileId, [variant]));
  }

  /** One that is for everybody. @throws NOT_FOUND */
  async openPicture(fileId: string, variant: string): Promise<StoredObject & { contentType: string }> {
    const found = await this.repository.find(fileId, [variant]);
    if (!found?.kept || found.channelId !== null) throw new ProblemError('NOT_FOUND');
    return this.read({ ...found.kept, objectId: found.objectId, variant });
  }

  /** Which programs there are that make files ready, and the scanner, null where none is asked for. */
  async toolStates(): Promise<{ ffmpeg: ToolState; scanner: ToolState | null }> {
    const [{ ffmpeg }, scanner] = await Promise.all([this.tools.state(), this.scanning.state()]);
    return { ffmpeg, scanner };
  }

  /** Rejects while the store cannot be used. */
  probe(): Promise<void> {
    return this.store.probe();
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

  private async read({ objectId, variant, contentType }: Pick<ReadableFile, 'objectId' | 'variant' | 'contentType'>) {
    const object = await this.store.read(objectId, variant);
    if (!object) throw new ProblemError('NOT_FOUND');
    return { ...object, contentType };
  }

  private async storeMade(file: Omit<NewImage, 'image'>, { animated, variants }: PictureResult): Promise<StoredPicture> {
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

  private async requireReader(caller: Caller, { ownerId, seq }: FoundFile, channelId: string): Promise<void> {
    if (seq === null) {
      if (ownerId !== caller.userId) throw new ProblemError('NOT_FOUND');
      return;
    }
    const { permissions } = await this.permissions.channel(caller, channelId);
    if (hasPermission(permissions, 'READ_MESSAGE_HISTORY')) return;
    if (seq <= (await this.repository.joinedSeq(caller.userId, channelId))) throw new ProblemError('NOT_FOUND');
  }
}

const bytesOf = (image: string): Buffer => Buffer.from(image.slice(image.indexOf(',') + 1), 'base64');
