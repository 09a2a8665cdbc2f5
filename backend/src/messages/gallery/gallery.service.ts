import { Injectable } from '@nestjs/common';
import type { ChannelAttachment, GalleryKind } from '@hearth/contract';
import type { Caller } from '../../http/caller.js';
import { PermissionsService } from '../../permissions/permissions.service.js';
import { MessageChanges } from '../message-changes.js';
import { decodeGalleryCursor, encodeGalleryCursor } from './gallery-cursor.js';
import { GalleryRepository, type GalleryRow } from './gallery.repository.js';

interface GalleryPage {
  kind: GalleryKind;
  cursor?: string | undefined;
  limit: number;
}

/** What was sent in a channel, without the words around it. */
@Injectable()
export class GalleryService {
  constructor(
    private readonly repository: GalleryRepository,
    private readonly permissions: PermissionsService,
    private readonly changes: MessageChanges,
  ) {}

  /** What is read of the channel is seen of its files too. @throws NOT_FOUND, VALIDATION */
  async list(
    caller: Caller,
    channelId: string,
    { kind, cursor, limit }: GalleryPage,
  ): Promise<{ items: ChannelAttachment[]; nextCursor: string | null }> {
    const before = decodeGalleryCursor(cursor);
    const access = await this.permissions.channel(caller, channelId);
    const floor = await this.changes.floor(access);
    const rows = await this.repository.page({ channelId, readerId: caller.userId, kind, floor }, before, limit + 1);
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    const nextCursor = last && rows.length > limit ? encodeGalleryCursor(last) : null;
    return { items: page.map((row) => present(channelId, row)), nextCursor };
  }
}

const present = (channelId: string, { id, username, displayName, avatar, ...row }: GalleryRow): ChannelAttachment => ({
  attachment: row.attachment,
  messageId: row.messageId,
  seq: row.seq,
  channelId,
  author: { id, username, displayName, avatar },
  createdAt: row.createdAt.toISOString(),
});
