import * as z from 'zod';
import { color } from './users.js';

/** A picture that the server hands on, so that its host does not learn who looks. `url` is an address of the API; the size is known before it comes. */
export const embedImage = z
  .object({
    url: z.string(),
    width: z.number().int().min(1),
    height: z.number().int().min(1),
    alt: z.string().nullable(),
  })
  .meta({ id: 'EmbedImage' });
export type EmbedImage = z.infer<typeof embedImage>;

/** What a link in a message leads to. Of an `image` the link itself is the picture, and nothing else is known of it. */
export const embed = z
  .object({
    url: z.url(),
    type: z.enum(['link', 'image', 'video']),
    title: z.string().nullable(),
    description: z.string().nullable(),
    siteName: z.string().nullable(),
    author: z.string().optional(),
    image: embedImage.optional(),
    color: color.optional(),
  })
  .meta({ id: 'Embed' });
export type Embed = z.infer<typeof embed>;
