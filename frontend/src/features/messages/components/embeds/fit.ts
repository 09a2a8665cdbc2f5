import type { Embed, EmbedImage } from '@hearth/contract';

/** CSS pixels of a picture at most. */
const MOST = { width: 400, height: 300 };
export const THUMBNAIL = 80;

type Size = Pick<EmbedImage, 'width' | 'height'>;

/** The size at which a picture is shown where there is room: never larger than it is. */
export function fit({ width, height }: Size): Size {
  const scale = Math.min(1, MOST.width / width, MOST.height / height);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** What is small or upright stands beside the text; a wide picture below it. */
export const isThumbnail = ({ type, image }: Embed): boolean =>
  type === 'link' && image !== undefined && (image.width < 280 || image.height > image.width * 0.9);

/** Of an address what people know a site by. */
export const hostOf = (url: string): string => new URL(url).hostname.replace(/^www\./, '');

const GAP = 8;
const PADDING = 24;
const LINE = 20;

/** About as high as the previews will be, for the moment until they are there. */
export function heightOf(embeds: readonly Embed[]): number {
  return embeds.reduce((sum, embed) => sum + GAP + (embed.type === 'image' ? pictureHeight(embed) : cardHeight(embed)), 0);
}

const pictureHeight = ({ image }: Embed): number => (image ? fit(image).height : 0);

function cardHeight(embed: Embed): number {
  const lines = 2 + Math.min(3, Math.ceil((embed.description?.length ?? 0) / 60));
  const text = PADDING + lines * LINE;
  if (isThumbnail(embed)) return Math.max(text, PADDING + THUMBNAIL);
  return text + (embed.image ? GAP + pictureHeight(embed) : 0);
}
