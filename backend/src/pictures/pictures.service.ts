import { Injectable } from '@nestjs/common';
import { limits, pictureFile, pictureRef, type Crop } from '@hearth/contract';
import type { Transaction } from '../database/prisma.service.js';
import { FilesService, type NewCover, type StoredPicture } from '../files/files.service.js';
import type { Caller } from '../http/caller.js';
import { Limiter } from '../http/limiter.js';

/** What somebody sent: a data URL, and what of it is taken. */
export interface GivenPicture {
  image: string;
  crop?: Crop | undefined;
}

const { avatar, banner } = limits.pictures;
/** For lists, on dense screens. */
const icon = { width: 128, height: 128 };

const SHAPES = {
  AVATAR: { size: avatar, icon },
  ICON: { size: avatar, icon },
  BANNER: { size: banner, icon: undefined },
} as const satisfies Record<string, Pick<NewCover, 'size' | 'icon'>>;

export interface PicturePlace {
  kind: keyof typeof SHAPES;
  /** Null: of the caller. */
  serverId: string | null;
}

/** What people and servers are seen by: each has one file at a time, which goes with the next one. */
@Injectable()
export class PicturesService {
  constructor(
    private readonly files: FilesService,
    private readonly limiter: Limiter,
  ) {}

  /**
   * Makes and stores a picture, and has `put` show it, in a transaction in which `replace` is called. What fails leaves nothing behind.
   *
   * @throws VALIDATION for what is no picture, or has no such part; RATE_LIMITED
   */
  async bring<T>(
    caller: Caller,
    { kind, serverId }: PicturePlace,
    { image, crop }: GivenPicture,
    put: (made: StoredPicture) => Promise<T>,
  ) {
    await this.limiter.take('picture', caller.userId);
    const made = await this.files.storeCover({ kind, serverId, ownerId: caller.userId, image, crop, ...SHAPES[kind] });
    try {
      return await put(made);
    } catch (fault) {
      await this.files.remove(made.id);
      throw fault;
    }
  }

  /** Makes a picture count, if there is one, and takes away the one before. Returns what stands for it. */
  async replace(transaction: Transaction, before: string | null, made: StoredPicture | null): Promise<string | null> {
    if (before !== null) await this.files.remove(pictureFile(before).fileId, transaction);
    if (!made) return null;
    await this.files.finish(transaction, made.id);
    return pictureRef({ fileId: made.id, animated: made.animated });
  }
}
