import type { Embed } from '@hearth/contract';

/** A preview as a message keeps it: whoever sees the message gets the key, and never asks the source itself. */
export type KeptEmbed = Omit<Embed, 'image'> & { image?: KeptImage };

interface KeptImage {
  source: string;
  /** 128 random bits. */
  key: string;
  width: number;
  height: number;
  alt: string | null;
}

/** @param messageId under which the pictures are asked for */
export const presentEmbeds = (messageId: string, embeds: KeptEmbed[] | null): Embed[] =>
  (embeds ?? []).map(({ image, ...rest }) => ({ ...rest, ...(image && { image: presentImage(messageId, image) }) }));

const presentImage = (messageId: string, { key, width, height, alt }: KeptImage): Embed['image'] => ({
  url: `/api/v1/previews/${messageId}/images/${key}`,
  width,
  height,
  alt,
});
