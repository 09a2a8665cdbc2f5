import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Embed, EmbedImage, Message } from '@hearth/contract';
import type { Caller } from '../../http/caller.js';
import { ProblemError } from '../../http/problem.js';
import { MessageChanges } from '../message-changes.js';
import { MessageNews } from '../message-news.js';
import { canDelete } from '../messages.policy.js';
import { isCopy } from '../messages.presenter.js';
import type { KeptEmbed } from './embeds.presenter.js';
import { EmbedsRepository, type WrittenMessage } from './embeds.repository.js';

/** What is known of a link. The picture is named by where it is from. */
export type LinkPreview = Omit<Embed, 'url' | 'image'> & { image?: Omit<EmbedImage, 'url'> & { source: string } };

/** The previews that messages show of their links. */
@Injectable()
export class EmbedsService {
  constructor(
    private readonly repository: EmbedsRepository,
    private readonly changes: MessageChanges,
    private readonly news: MessageNews,
  ) {}

  /** Hears of messages whose text may be new; of an edit also when something else changes soon after. */
  onWritten(listener: (messages: Message[]) => Promise<void>): void {
    this.news.onStored(listener);
    this.news.onRevised((message) => (isJustEdited(message) ? listener([message]) : undefined));
  }

  /** What a message says. Null when it is gone, or wants no previews. */
  written(messageId: string): Promise<WrittenMessage | null> {
    return this.repository.written(messageId);
  }

  /** Gives a message the previews of its links, as long as it says `content` and nobody took them away. */
  async set(messageId: string, content: string, previews: { url: string; preview: LinkPreview }[]): Promise<void> {
    const row = await this.changes.amend(messageId, (guard, { embeds }) => {
      const kept = previews.map(({ url, preview }) => keep(url, preview, embeds ?? []));
      return this.repository.set(messageId, guard, content, kept.length > 0 ? kept : null);
    });
    if (row && row.details !== null) await this.changes.changed.tell([messageId]);
  }

  /**
   * None come again.
   *
   * @throws NOT_FOUND, MISSING_PERMISSION, CONFLICT for a deleted message
   */
  remove(caller: Caller, messageId: string): Promise<Message> {
    return this.changes.change(caller, messageId, 'message:update', async ({ access, row }) => {
      const authorship = { authorId: row.author_id, type: row.type, isCopy: isCopy(row) };
      if (!canDelete(caller, access, authorship)) throw new ProblemError('MISSING_PERMISSION');
      if (row.deleted_at) throw new ProblemError('CONFLICT', { detail: 'The message was deleted' });
      if (row.embeds?.length === 0) return { unchanged: row };
      return { changed: await this.repository.remove(messageId, access) };
    });
  }

  /** Where a picture is from. @throws NOT_FOUND also of what was deleted or taken away */
  async source(messageId: string, key: string): Promise<string> {
    const source = await this.repository.source(messageId, key);
    if (source === null) throw new ProblemError('NOT_FOUND');
    return source;
  }
}

/** A picture that stays keeps its address. */
function keep(url: string, { image, ...rest }: LinkPreview, present: KeptEmbed[]): KeptEmbed {
  if (!image) return { url, ...rest };
  const known = present.find((embed) => embed.image?.source === image.source)?.image;
  return { url, ...rest, image: { ...image, key: known?.key ?? randomBytes(16).toString('base64url') } };
}

const RECENT = 60_000;

const isJustEdited = ({ editedAt, deletedAt }: Message): boolean =>
  editedAt !== null && deletedAt === null && Date.now() - Date.parse(editedAt) < RECENT;
