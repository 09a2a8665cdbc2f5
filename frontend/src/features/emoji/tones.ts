/** None, then from light to dark. */
export const TONES = ['', '🏻', '🏼', '🏽', '🏾', '🏿'] as const;
export type Tone = (typeof TONES)[number];

const BASE = /(\p{Emoji_Modifier_Base})\ufe0f?/gu;
const WHOLE = /^\p{RGI_Emoji}$/v;
const MODIFIERS = /\p{Emoji_Modifier}/gu;

/** The emoji in a skin tone; itself where it has none. */
export function withTone(char: string, tone: Tone): string {
  if (tone === '') return char;
  const toned = char.replace(BASE, `$1${tone}`);
  return toned !== char && WHOLE.test(toned) ? toned : char;
}

/** ❤️ and ✋🏽 stand in the catalogue as ❤️ and ✋. */
export const withoutTone = (char: string): string => char.replace(MODIFIERS, '');
