import { Injectable } from '@nestjs/common';
import { PrismaService } from '../database/prisma.service.js';
import { Prisma } from '../generated/prisma/client.js';
import type { LinkPreview } from '../messages/embeds/embeds.service.js';

export interface KeptPicture {
  contentType: string;
  /** Null where there was none. */
  data: Uint8Array | null;
  fetchedAt: Date;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const EVICT = `
DELETE FROM preview_images WHERE url IN (
  SELECT url FROM (SELECT url, sum(size) OVER (ORDER BY fetched_at DESC) AS total FROM preview_images) kept WHERE total > $1
)`;

@Injectable()
export class PreviewsRepository {
  constructor(private readonly prisma: PrismaService) {}

  /** What is known of these pages: for a day what they say, for an hour that they say nothing. */
  async known(urls: string[]): Promise<Map<string, LinkPreview | null>> {
    const now = Date.now();
    const rows = await this.prisma.linkPreview.findMany({ where: { url: { in: urls }, fetchedAt: { gt: new Date(now - DAY) } } });
    const fresh = rows.filter(({ preview, fetchedAt }) => preview !== null || now - fetchedAt.getTime() < HOUR);
    return new Map(fresh.map(({ url, preview }) => [url, preview as LinkPreview | null]));
  }

  async note(url: string, preview: LinkPreview | null): Promise<void> {
    const data = { preview: preview ?? Prisma.DbNull, fetchedAt: new Date() };
    await this.prisma.linkPreview.upsert({ where: { url }, create: { url, ...data }, update: data });
  }

  async picture(url: string): Promise<KeptPicture | null> {
    return this.prisma.previewImage.findUnique({ where: { url }, select: { contentType: true, data: true, fetchedAt: true } });
  }

  /** @param most bytes of all pictures, beyond which the oldest go */
  async keepPicture(url: string, { contentType, data }: Omit<KeptPicture, 'fetchedAt'>, most: number): Promise<void> {
    const row = { contentType, data: data && new Uint8Array(data), size: data?.length ?? 0, fetchedAt: new Date() };
    await this.prisma.previewImage.upsert({ where: { url }, create: { url, ...row }, update: row });
    await this.prisma.statement('preview_images_evict', EVICT, [most]);
  }

  /** Drops what nobody is answered with any more. */
  async sweep(): Promise<void> {
    const yesterday = new Date(Date.now() - DAY);
    await this.prisma.linkPreview.deleteMany({ where: { fetchedAt: { lte: yesterday } } });
    await this.prisma.previewImage.deleteMany({ where: { data: null, fetchedAt: { lte: yesterday } } });
  }
}
