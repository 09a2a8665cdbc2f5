export const MEGABYTE = 1_024 ** 2;
export const GIGABYTE = 1_024 ** 3;

/** Bytes as somebody writes them in a field: in units, without more digits than are read. */
export const inUnits = (bytes: number, unit: number): string => String(Math.round((bytes / unit) * 1_000) / 1_000);

/** What was written, in bytes; null where that is no size from `least` on. A comma may part the digits too. */
export function fromUnits(text: string, unit: number, most: number): number | null {
  const number = /^\d+([.,]\d+)?$/.test(text.trim()) ? Number(text.trim().replace(',', '.')) : Number.NaN;
  const bytes = Math.round(number * unit);
  return bytes >= 1 && bytes <= most ? bytes : null;
}
