import type { Row } from '@/features/messages';

type SpokenRow = Exclude<Row, { kind: 'day' | 'unread' }>;

/**
 * One entry of the list. Days and the unread line belong to the message below them, so that an entry never comes or goes in the middle of
 * the list: it only changes its height, which the list knows how to take.
 */
export type Item =
  | { kind: 'beginning'; key: 'beginning' }
  | {
      kind: 'row';
      key: string;
      row: SpokenRow;
      /** ISO time, where a new day begins. */
      day: string | null;
      isFirstUnread: boolean;
      /** Stands under a name of its own. */
      startsGroup: boolean;
      /** The next one does, or is no message. */
      endsGroup: boolean;
    };

export type RowItem = Extract<Item, { kind: 'row' }>;

const beginning: Item = { kind: 'beginning', key: 'beginning' };

export function buildItems(rows: readonly Row[], hasOlder: boolean): Item[] {
  const items: RowItem[] = [];
  let day: string | null = null;
  let isFirstUnread = false;
  for (const row of rows) {
    if (row.kind === 'day') day = row.at;
    else if (row.kind === 'unread') isFirstUnread = true;
    else {
      const before = items.at(-1);
      // A tombstone shows no name: what comes after it would seem to be somebody else's.
      const startsGroup = row.startsGroup || before?.row.kind === 'deleted';
      if (before) before.endsGroup = startsGroup || row.kind !== 'message';
      items.push({ kind: 'row', key: row.key, row, day, isFirstUnread, startsGroup, endsGroup: true });
      day = null;
      isFirstUnread = false;
    }
  }
  const kept = items.map(unlessKnown);
  return hasOlder ? kept : [beginning, ...kept];
}

/** An entry that did not change keeps the object, so that it is not rendered again. */
const itemsOfRows = new WeakMap<SpokenRow, RowItem>();

function unlessKnown(item: RowItem): RowItem {
  const known = itemsOfRows.get(item.row);
  if (known && isSame(known, item)) return known;
  itemsOfRows.set(item.row, item);
  return item;
}

const isSame = (one: RowItem, other: RowItem): boolean =>
  one.day === other.day &&
  one.isFirstUnread === other.isFirstUnread &&
  one.startsGroup === other.startsGroup &&
  one.endsGroup === other.endsGroup;

/** Null for what the server has not numbered yet. */
export const seqOf = (item: Item | undefined): number | null =>
  item?.kind === 'row' && item.row.kind !== 'pending' ? item.row.message.seq : null;

/** Of a message, or of the next one where it is not shown to this reader; -1 where neither is held. */
export const indexFrom = (items: readonly Item[], seq: number): number => items.findIndex((item) => (seqOf(item) ?? 0) >= seq);

/** How many messages of others come after a seq. */
export function newAfter(items: readonly Item[], seq: number, meId: string): number {
  let count = 0;
  for (let index = items.length - 1; index >= 0; index -= 1) {
    const item = items[index];
    if (item?.kind !== 'row' || item.row.kind === 'pending') continue;
    if (item.row.message.seq <= seq) break;
    if (item.row.kind === 'message' && item.row.message.author.id !== meId) count += 1;
  }
  return count;
}
