export interface Sortable {
  id: string;
  /** Stays where it is, and nothing passes it. */
  locked?: boolean;
}

/** The places that an item may take: those between the locked ones around it. Ends included. */
export function reachOf(items: readonly Sortable[], id: string): { first: number; last: number } {
  const at = items.findIndex((item) => item.id === id);
  const before = items.slice(0, at).findLastIndex(({ locked }) => locked === true);
  const after = items.slice(at + 1).findIndex(({ locked }) => locked === true);
  return { first: before + 1, last: after < 0 ? items.length - 1 : at + after };
}

/** The ids with one of them at another place, as far as it may go there. */
export function moved(items: readonly Sortable[], order: readonly string[], id: string, to: number): string[] {
  const { first, last } = reachOf(items, id);
  const others = order.filter((other) => other !== id);
  return others.toSpliced(Math.min(last, Math.max(first, to)), 0, id);
}

/** Before how many of the others a pointer stands, by the middle of each. */
export function placeAt(y: number, others: readonly { top: number; height: number }[]): number {
  return others.filter(({ top, height }) => top + height / 2 < y).length;
}
