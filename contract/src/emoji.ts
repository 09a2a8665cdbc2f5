import * as z from 'zod';
import { isSnowflake } from './snowflake.js';

/** UTF-16 units of the longest sequences, families of four with skin tones, with room to spare. */
const LONGEST = 64;
const VARIATION = /[\ufe0e\ufe0f]/g;

/** Made when first asked for: engines that do not know the flag of sets fail at this, and at nothing else. */
const patterns = () =>
  (made ??= {
    emoji: new RegExp('^\\p{RGI_Emoji}$', 'v'),
    // What would show as text by itself, with the keycap or the skin tone that may follow.
    textual: /(?!\p{Emoji_Presentation})\p{Emoji}(?!\p{Emoji_Modifier})/gu,
  });
let made: { emoji: RegExp; textual: RegExp } | undefined;

/**
 * One emoji as Unicode recommends it for interchange, in the one form that shows as a picture: ❤ and ❤️ are the same. Null for whatever
 * is not a single one.
 */
export function normalEmoji(text: string): string | null {
  if (text === '' || text.length > LONGEST) return null;
  const { emoji, textual } = patterns();
  if (emoji.test(text)) return text;
  const qualified = text.replace(VARIATION, '').replace(textual, '$&\ufe0f');
  return emoji.test(qualified) ? qualified : null;
}

/** `name:id`, as a reaction names a custom emoji; the id alone says which one. */
const CUSTOM = /^[A-Za-z0-9_]{2,32}:([1-9]\d{0,18})$/;

/** The id of the custom emoji that a reaction names; null for an emoji of Unicode. */
export function customEmojiId(reaction: string): string | null {
  const id = CUSTOM.exec(reaction)?.[1];
  return id !== undefined && isSnowflake(id) ? id : null;
}

/** A single Unicode emoji, in its normal form. */
export const emoji = z
  .string()
  .transform((text, context) => {
    const normal = normalEmoji(text);
    if (normal !== null) return normal;
    context.addIssue({ code: 'custom', message: 'must be one emoji' });
    return z.NEVER;
  })
  .meta({ id: 'Emoji', description: 'One Unicode emoji', example: '🎉' });

/** What one may react with: an emoji of Unicode, or `name:id` of a custom one. */
export const reactionEmoji = z
  .union([z.string().refine((text) => customEmojiId(text) !== null), emoji])
  .meta({ id: 'ReactionEmoji', description: 'One Unicode emoji, or `name:id` of a custom one', example: '🎉' });
