import { type MemberGroup, limits } from '@hearth/contract';

/** Rows of so many before and behind what is on screen are on their way already. */
const AHEAD = 20;

export type LayoutItem = { kind: 'heading'; group: MemberGroup } | { kind: 'row'; row: number; group: MemberGroup };

/** The list from top to bottom: a heading before the rows of each group. Rows are counted without headings, items with them. */
export interface Layout {
  count: number;
  at: (item: number) => LayoutItem | undefined;
  itemOf: (row: number) => number;
  /** Rows between two items. */
  rowsBetween: (first: number, last: number) => { first: number; last: number };
}

export function layoutOf(groups: readonly MemberGroup[]): Layout {
  const starts: number[] = [];
  let total = 0;
  for (const { count } of groups) {
    starts.push(total);
    total += count;
  }
  /** The group of an item, or of a row: the last one that begins at or before it. */
  const groupAt = (place: number, headings: 0 | 1) =>
    Math.max(
      0,
      starts.findLastIndex((start, index) => start + index * headings <= place),
    );
  const rowOf = (item: number) => Math.min(Math.max(0, item - groupAt(item, 1) - 1), Math.max(0, total - 1));
  return {
    count: total + groups.length,
    at: (item) => {
      const index = groupAt(item, 1);
      const group = groups[index];
      const start = starts[index];
      if (!group || start === undefined || item < 0 || item >= total + groups.length) return undefined;
      return item === start + index ? { kind: 'heading', group } : { kind: 'row', row: item - index - 1, group };
    },
    itemOf: (row) => row + groupAt(row, 0) + 1,
    rowsBetween: (first, last) => ({ first: rowOf(first), last: rowOf(last) }),
  };
}

/** The blocks to watch while these rows are on screen: never more than the server tells of. */
export function blocksAround({ first, last }: { first: number; last: number }, total: number): number[] {
  const block = (row: number) => Math.floor(Math.min(Math.max(0, row), Math.max(0, total - 1)) / limits.memberListBlock);
  const [from, to] = [block(first - AHEAD), block(last + AHEAD)];
  return Array.from({ length: Math.min(to - from + 1, limits.memberListBlocks) }, (_, index) => from + index);
}
