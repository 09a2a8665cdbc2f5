import type { Attachment, ChannelAttachment, GalleryKind, Message } from '@hearth/contract';
import type { InfiniteData } from '@tanstack/react-query';

export interface GalleryPage {
  items: ChannelAttachment[];
  nextCursor: string | null;
}

export type GalleryPages = InfiniteData<GalleryPage, string | undefined>;

const kindOf = ({ kind }: Attachment): GalleryKind =>
  kind === 'image' || kind === 'video' ? 'media' : kind === 'audio' ? 'audio' : 'files';

/** Ids are as old as what they name; more digits are younger. */
const isOlder = (id: string, other: string): boolean => (id.length === other.length ? id < other : id.length < other.length);

/** What a message has of a kind, the last of it first, as the lists go. */
function itemsOf(message: Message, kind: GalleryKind): ChannelAttachment[] {
  const { id: messageId, seq, channelId, author, createdAt } = message;
  if (message.deletedAt !== null || message.hidden) return [];
  return message.attachments
    .filter((attachment) => kindOf(attachment) === kind && attachment.state !== 'quarantined')
    .map((attachment) => ({ attachment, messageId, seq, channelId, author, createdAt }))
    .toReversed();
}

const mapPages = (
  data: GalleryPages,
  change: (items: ChannelAttachment[], page: GalleryPage, index: number) => ChannelAttachment[],
): GalleryPages => ({
  ...data,
  pages: data.pages.map((page, index) => ({ ...page, items: change(page.items, page, index) })),
});

/** What is listed once a message is as it is now. One that is older than what was loaded comes with its page. */
export function withMessage(data: GalleryPages, kind: GalleryKind, message: Message): GalleryPages {
  const before = data.pages.flatMap(({ items }) => items).filter(({ messageId }) => messageId === message.id);
  const items = itemsOf(message, kind);
  if (JSON.stringify(before) === JSON.stringify(items)) return data;
  const isOfIt = ({ messageId }: ChannelAttachment) => messageId === message.id;
  const rest = without(data, isOfIt);
  const was = data.pages.findIndex((page) => page.items.some(isOfIt));
  const home =
    was >= 0
      ? was
      : rest.pages.findIndex((page) => page.nextCursor === null || page.items.some((item) => isOlder(item.messageId, message.id)));
  return mapPages(rest, (held, _, index) => {
    if (index !== home) return held;
    const at = held.findIndex(({ messageId }) => isOlder(messageId, message.id));
    return at < 0 ? [...held, ...items] : held.toSpliced(at, 0, ...items);
  });
}

/** The same where nothing goes. */
export function without(data: GalleryPages, goes: (item: ChannelAttachment) => boolean): GalleryPages {
  if (!data.pages.some(({ items }) => items.some(goes))) return data;
  return mapPages(data, (items) => items.filter((item) => !goes(item)));
}
