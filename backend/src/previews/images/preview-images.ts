import { Injectable } from '@nestjs/common';
import { ProblemError } from '../../http/problem.js';
import { NotFetched, SafeFetcher, type Wanted } from '../fetch/safe-fetcher.js';
import { PreviewsRepository, type KeptPicture } from '../previews.repository.js';
import { rasterImage, type RasterImage } from './raster-image.js';

export const MAX_IMAGE = 5_000_000;
/** Bytes of all pictures together. */
const MAX_KEPT = 256_000_000;
/** Milliseconds until what could not be had is asked for again. */
const PATIENCE = 10 * 60_000;
/** How many pictures that are not kept any more this node fetches at once for those who look. */
const AT_ONCE = 8;

const wanted: Wanted = {
  accept: 'image/avif,image/webp,image/png,image/jpeg,image/gif',
  isWanted: (type) => type.startsWith('image/'),
  maxBytes: () => MAX_IMAGE,
  canBeCut: () => false,
};

/** Pictures of pages, handed on so that nobody's browser has to ask their host. */
@Injectable()
export class PreviewImages {
  private readonly fetching = new Map<string, Promise<KeptPicture | null>>();

  constructor(
    private readonly repository: PreviewsRepository,
    private readonly fetcher: SafeFetcher,
  ) {}

  /** Fetches and keeps a picture; null where there is none to be shown. */
  async fetch(url: string): Promise<RasterImage | null> {
    const body = await this.body(url);
    return body && this.keep(url, body);
  }

  /** Keeps what turned out to be a picture. */
  async keep(url: string, body: Buffer): Promise<RasterImage | null> {
    const image = rasterImage(body);
    if (image) await this.repository.keepPicture(url, { contentType: image.contentType, data: body }, MAX_KEPT);
    return image;
  }

  /** @throws NOT_FOUND, UNAVAILABLE while too many others are fetched */
  async read(url: string): Promise<{ contentType: string; data: Uint8Array }> {
    const kept = await this.repository.picture(url);
    const found = kept && (kept.data || Date.now() - kept.fetchedAt.getTime() < PATIENCE) ? kept : await this.fetchAgain(url);
    if (!found?.data) throw new ProblemError('NOT_FOUND');
    return { contentType: found.contentType, data: found.data };
  }

  /** Once for all who look at the same moment. */
  private fetchAgain(url: string): Promise<KeptPicture | null> {
    const present = this.fetching.get(url);
    if (present) return present;
    if (this.fetching.size >= AT_ONCE) throw new ProblemError('UNAVAILABLE', { retryAfter: 2 });
    const fetching = this.refill(url).finally(() => this.fetching.delete(url));
    this.fetching.set(url, fetching);
    return fetching;
  }

  private async refill(url: string): Promise<KeptPicture | null> {
    if (!(await this.fetch(url))) await this.repository.keepPicture(url, { contentType: '', data: null }, MAX_KEPT);
    return this.repository.picture(url);
  }

  private async body(url: string): Promise<Buffer | null> {
    try {
      return (await this.fetcher.fetch(url, wanted)).body;
    } catch (fault) {
      if (fault instanceof NotFetched) return null;
      throw fault;
    }
  }
}
