import type { Catalogue, Emoji, GroupName } from './catalogue';
import type { OfServer } from './custom';
import { withoutTone } from './tones';

export type Section = GroupName | 'frequent';

type Heading =
  | { kind: 'heading'; section: Section }
  /** Of a server. */
  | { kind: 'server'; id: string; name: string };

export type PickerRow<T = Emoji> =
  | Heading
  /** `first`: the place of its first one among all that are shown. */
  | { kind: 'items'; first: number; items: readonly T[] };

export interface PickerContent<T = Emoji> {
  rows: readonly PickerRow<T>[];
  /** All that are shown, one after the other. */
  items: readonly T[];
}

interface Part<T> {
  heading: Heading | null;
  items: readonly T[];
}

function layOut<T>(parts: readonly Part<T>[], columns: number): PickerContent<T> {
  const rows: PickerRow<T>[] = [];
  const items: T[] = [];
  for (const part of parts) {
    if (part.items.length === 0) continue;
    if (part.heading) rows.push(part.heading);
    for (let at = 0; at < part.items.length; at += columns) {
      const row = part.items.slice(at, at + columns);
      rows.push({ kind: 'items', first: items.length, items: row });
      items.push(...row);
    }
  }
  return { rows, items };
}

const partOf = <T>({ id, name, list }: OfServer<T>): Part<T> => ({ heading: { kind: 'server', id, name }, items: list });

/** Everything there is: what the person uses first, then what servers have. */
export function allRows(
  catalogue: Catalogue,
  frequent: readonly string[],
  columns: number,
  servers: readonly OfServer<Emoji>[] = [],
): PickerContent {
  const custom = new Map(servers.flatMap(({ list }) => list.map((emoji) => [emoji.char, emoji] as const)));
  const find = (char: string) => custom.get(char) ?? catalogue.byChar.get(withoutTone(char)) ?? catalogue.byChar.get(char) ?? [];
  const groups = catalogue.groups.map(({ name, emoji }): Part<Emoji> => ({ heading: { kind: 'heading', section: name }, items: emoji }));
  const own: Part<Emoji> = { heading: { kind: 'heading', section: 'frequent' }, items: [...new Set(frequent.flatMap(find))] };
  return layOut([own, ...servers.map(partOf), ...groups], columns);
}

export const serverRows = <T>(servers: readonly OfServer<T>[], columns: number): PickerContent<T> => layOut(servers.map(partOf), columns);

export const foundRows = <T>(items: readonly T[], columns: number): PickerContent<T> => layOut([{ heading: null, items }], columns);

export const rowOf = <T>({ rows }: PickerContent<T>, place: number): number =>
  rows.findLastIndex((row) => row.kind === 'items' && row.first <= place);

export type Step = 'next' | 'previous' | 'up' | 'down';

/** Where an arrow key leads; rows may be of different lengths. Null: nowhere. */
export function moveTo<T>(content: PickerContent<T>, place: number, step: Step): number | null {
  const last = content.items.length - 1;
  if (last < 0) return null;
  if (place < 0) return step === 'up' || step === 'previous' ? null : 0;
  if (step === 'next') return Math.min(place + 1, last);
  if (step === 'previous') return Math.max(place - 1, 0);
  const here = rowOf(content, place);
  const row = content.rows[here];
  if (row?.kind !== 'items') return null;
  const column = place - row.first;
  const others = step === 'up' ? content.rows.slice(0, here).reverse() : content.rows.slice(here + 1);
  const target = others.find((other) => other.kind === 'items');
  return target ? target.first + Math.min(column, target.items.length - 1) : place;
}
