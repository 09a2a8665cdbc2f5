/** Colours that can be read on light and on dark, named so that nobody must see them. */
export const roleColors = {
  teal: 0x1abc9c,
  green: 0x2ecc71,
  olive: 0x9aa51f,
  gold: 0xd4a017,
  amber: 0xe67e22,
  ember: 0xe0562f,
  red: 0xe74c3c,
  pink: 0xe91e63,
  violet: 0x9b59b6,
  indigo: 0x6c6ee0,
  blue: 0x3498db,
  slate: 0x7f8c8d,
} as const;

export type RoleColorName = keyof typeof roleColors;

export const roleColorNames = Object.keys(roleColors) as RoleColorName[];
