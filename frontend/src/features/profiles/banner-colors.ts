/** Colours that look well above a card, named so that nobody must see them. 24 bits of RGB. */
export const bannerColors = {
  ember: 0xd9542b,
  gold: 0xb98a16,
  green: 0x3c8d4f,
  teal: 0x1f8f86,
  blue: 0x3474b4,
  violet: 0x7a57b0,
  pink: 0xb84a7f,
  slate: 0x5d6670,
} as const;

type BannerColorName = keyof typeof bannerColors;

export const bannerColorNames = Object.keys(bannerColors) as BannerColorName[];
