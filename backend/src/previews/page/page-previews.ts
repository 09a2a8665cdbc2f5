import { Injectable } from '@nestjs/common';
import { ProblemError } from '../../http/problem.js';
import { Limiter } from '../../http/limiter.js';
import type { LinkPreview } from '../../messages/embeds/embeds.service.js';
import { NotFetched, SafeFetcher, type Fetched, type Wanted } from '../fetch/safe-fetcher.js';
import { MAX_IMAGE, PreviewImages } from '../images/preview-images.js';
import { PreviewsRepository } from '../previews.repository.js';
import { decodePage } from './decode-page.js';
import { describePage, type PageDescription } from './describe-page.js';
import { readPage } from './read-page.js';

const PAGES: ReadonlySet<string> = new Set(['text/html', 'application/xhtml+xml']);
/** What pages say of themselves stands at their beginning. */
const MAX_PAGE = 1_000_000;

const isImage = (type: string) => type.startsWith('image/');

const wanted: Wanted = {
  accept: 'text/html,application/xhtml+xml,image/*;q=0.8',
  isWanted: (type) => PAGES.has(type) || isImage(type),
  maxBytes: (type) => (isImage(type) ? MAX_IMAGE : MAX_PAGE),
  canBeCut: (type) => !isImage(type),
};

/** What pages say of themselves: fetched once a day, whoever names them. */
@Injectable()
export class PagePreviews {
  constructor(
    private readonly repository: PreviewsRepository,
    private readonly fetcher: SafeFetcher,
    private readonly images: PreviewImages,
    private readonly limiter: Limiter,
  ) {}

  /** By address, those of pages that say something. One author's links fetch so many pages in a time; what is known costs nothing. */
  async of(urls: string[], authorId: string): Promise<Map<string, LinkPreview>> {
    const known = urls.length > 0 ? await this.repository.known(urls) : new Map<string, LinkPreview | null>();
    const unknown = urls.filter((url) => !known.has(url));
    const found = await Promise.all(unknown.map(async (url) => [url, await this.look(url, authorId)] as const));
    return new Map([...known, ...found].filter((entry): entry is [string, LinkPreview] => entry[1] !== null));
  }

  private async look(url: string, authorId: string): Promise<LinkPreview | null> {
    try {
      await this.limiter.take('preview', authorId);
    } catch (refusal) {
      if (refusal instanceof ProblemError) return null;
      throw refusal;
    }
    const preview = await this.make(url);
    await this.repository.note(url, preview);
    return preview;
  }

  private async make(url: string): Promise<LinkPreview | null> {
    try {
      const fetched = await this.fetcher.fetch(url, wanted);
      return await (isImage(fetched.type) ? this.ofImage(url, fetched) : this.ofPage(fetched));
    } catch (fault) {
      if (fault instanceof NotFetched) return null;
      throw fault;
    }
  }

  private async ofImage(url: string, { body }: Fetched): Promise<LinkPreview | null> {
    const image = await this.images.keep(url, body);
    if (!image) return null;
    const { width, height } = image;
    return { type: 'image', title: null, description: null, siteName: null, image: { source: url, width, height, alt: null } };
  }

  private async ofPage({ url, body, charset }: Fetched): Promise<LinkPreview | null> {
    const described = describePage(await readPage(decodePage(body, charset)), url);
    if (!described) return null;
    const image = await this.picture(described.image);
    const { title, description, siteName, author, color, isVideo } = described;
    if (title === null && description === null && !image) return null;
    return {
      type: isVideo ? 'video' : 'link',
      title,
      description,
      siteName,
      ...(author !== null && { author }),
      ...(color !== null && { color }),
      ...(image && { image }),
    };
  }

  private async picture(named: PageDescription['image']): Promise<LinkPreview['image'] | null> {
    const image = named && (await this.images.fetch(named.url));
    return image ? { source: named.url, width: image.width, height: image.height, alt: named.alt } : null;
  }
}
