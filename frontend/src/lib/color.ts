/** Colours of people's own choice, such as those of roles: 24 bits of RGB as a number. */

const HEX = /^#?([0-9a-f]{6}|[0-9a-f]{3})$/i;

export const cssColor = (color: number): string => `#${color.toString(16).padStart(6, '0')}`;

/** Of six or three hexadecimal digits, with or without the sign before them; null for anything else. */
export function parseColor(text: string): number | null {
  const digits = HEX.exec(text.trim())?.[1];
  if (digits === undefined) return null;
  return parseInt(digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits, 16);
}
