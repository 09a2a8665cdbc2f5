/** More than these are a picture made of emoji and keep the size of text. */
const MAX_LARGE = 27;

const CUSTOM = /<a?:\w{2,32}:[1-9]\d{0,18}>/g;
const EMOJI = /\p{RGI_Emoji}/gv;

/** Whether a message is a few emoji and nothing else, and so is shown large. */
export function isEmojiOnly(text: string): boolean {
  const shown = text.replaceAll(CUSTOM, '🔥');
  if (shown.length > MAX_LARGE * 20 || shown.replace(EMOJI, '').trim() !== '') return false;
  const count = shown.match(EMOJI)?.length ?? 0;
  return count > 0 && count <= MAX_LARGE;
}
