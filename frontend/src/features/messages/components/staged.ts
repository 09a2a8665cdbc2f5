interface Keyed {
  key: string;
}

/**
 * What a list shows of what it was given. A virtual list keeps its place for entries added above or below, but not for both at once: then
 * those above come first and the rest `later`.
 */
export interface Staged<T extends Keyed> {
  given: readonly T[];
  items: readonly T[];
  /** Entries came or went above since the last time. */
  shift: boolean;
  later: readonly T[] | null;
  /** Raised when nothing of what was shown is left: the list starts anew. */
  epoch: number;
}

export const staged = <T extends Keyed>(items: readonly T[]): Staged<T> => ({ given: items, items, shift: false, later: null, epoch: 0 });

export function stage<T extends Keyed>(before: Staged<T>, given: readonly T[]): Staged<T> {
  const [first, oldFirst] = [given[0], before.items[0]];
  const settled = { given, items: given, shift: false, later: null, epoch: before.epoch };
  if (!first || !oldFirst || first.key === oldFirst.key) return settled;
  const added = given.findIndex(({ key }) => key === oldFirst.key);
  if (added > 0) return addedAbove(before, given, added);
  const removed = before.items.findIndex(({ key }) => key === first.key);
  if (removed > 0) return removedAbove(before, given, removed);
  const kept = new Set(before.items.map(({ key }) => key));
  return given.some(({ key }) => kept.has(key)) ? settled : { ...settled, epoch: before.epoch + 1 };
}

function addedAbove<T extends Keyed>({ items, epoch }: Staged<T>, given: readonly T[], added: number): Staged<T> {
  const isAll = given.length === added + items.length;
  return { given, items: isAll ? given : [...given.slice(0, added), ...items], shift: true, later: isAll ? null : given, epoch };
}

/** Whoever reads on lets go of what lies far above, while more comes below. */
function removedAbove<T extends Keyed>({ items, epoch }: Staged<T>, given: readonly T[], removed: number): Staged<T> {
  const rest = items.slice(removed);
  const isAll = rest.length === given.length;
  return { given, items: isAll ? given : rest, shift: true, later: isAll ? null : given, epoch };
}

/** The second step, after the first has been laid out. */
export const settle = <T extends Keyed>(before: Staged<T>): Staged<T> =>
  before.later === null ? before : { ...before, items: before.later, shift: false, later: null };
