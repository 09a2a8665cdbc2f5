/** More than these are a picture made of emoji and keep the size of text. */
const MAX_LARGE = 27;

const EMOJI = /\p{RGI_Emoji}/gv;

/** Whether a message is a few emoji and nothing else, and so is shown large. */
export function isEmojiOnly(text: string): boolean {
  if (text.length > MAX_LARGE * 20 || text.replace(EMOJI, '').trim() !== '') return false;
  const count = text.match(EMOJI)?.length ?? 0;
  return count > 0 && count <= MAX_LARGE;
}
