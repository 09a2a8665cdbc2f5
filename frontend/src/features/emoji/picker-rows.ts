import type { Catalogue, Emoji, GroupName } from './catalogue';
import { withoutTone } from './tones';

export type Section = GroupName | 'frequent' | 'found';

export type PickerRow =
  | { kind: 'heading'; section: Section }
  /** `first`: the place of its first emoji among all that are shown. */
  | { kind: 'emoji'; first: number; emoji: readonly Emoji[] };

export interface PickerContent {
  rows: readonly PickerRow[];
  /** All that are shown, one after the other. */
  emoji: readonly Emoji[];
}

interface Part {
  section: Section;
  emoji: readonly Emoji[];
}

function layOut(parts: readonly Part[], columns: number): PickerContent {
  const rows: PickerRow[] = [];
  const emoji: Emoji[] = [];
  for (const part of parts) {
    if (part.emoji.length === 0) continue;
    if (part.section !== 'found') rows.push({ kind: 'heading', section: part.section });
    for (let at = 0; at < part.emoji.length; at += columns) {
      const row = part.emoji.slice(at, at + columns);
      rows.push({ kind: 'emoji', first: emoji.length, emoji: row });
      emoji.push(...row);
    }
  }
  return { rows, emoji };
}

/** Everything there is, what the person uses first. */
export function allRows(catalogue: Catalogue, frequent: readonly string[], columns: number): PickerContent {
  const own = frequent.flatMap((char) => catalogue.byChar.get(withoutTone(char)) ?? catalogue.byChar.get(char) ?? []);
  const groups = catalogue.groups.map(({ name, emoji }) => ({ section: name, emoji }));
  return layOut([{ section: 'frequent', emoji: [...new Set(own)] }, ...groups], columns);
}

export const foundRows = (emoji: readonly Emoji[], columns: number): PickerContent => layOut([{ section: 'found', emoji }], columns);

export const rowOf = ({ rows }: PickerContent, place: number): number =>
  rows.findLastIndex((row) => row.kind === 'emoji' && row.first <= place);

/** Where an arrow key leads; rows may be of different lengths. Null: nowhere. */
export function moveTo(content: PickerContent, place: number, step: 'next' | 'previous' | 'up' | 'down'): number | null {
  const last = content.emoji.length - 1;
  if (last < 0) return null;
  if (place < 0) return step === 'up' || step === 'previous' ? null : 0;
  if (step === 'next') return Math.min(place + 1, last);
  if (step === 'previous') return Math.max(place - 1, 0);
  const here = rowOf(content, place);
  const row = content.rows[here];
  if (row?.kind !== 'emoji') return null;
  const column = place - row.first;
  const others = step === 'up' ? content.rows.slice(0, here).reverse() : content.rows.slice(here + 1);
  const target = others.find((other) => other.kind === 'emoji');
  return target ? target.first + Math.min(column, target.emoji.length - 1) : place;
}
