// Without schemas: the app unpacks before it has loaded what validates.

/** Rows that a block held before: from which place on, and how many. */
export type KeptRows = [from: number, count: number];

/** `after` with rows that stood in `before` replaced by their places there. Rows are the same when they are the same object. */
export function packRows<T extends object>(before: readonly T[], after: readonly T[]): (T | KeptRows)[] {
  const places = new Map(before.map((row, index) => [row, index]));
  const packed: (T | KeptRows)[] = [];
  for (const row of after) {
    const place = places.get(row);
    const last = packed.at(-1);
    if (place === undefined) packed.push(row);
    else if (Array.isArray(last) && last[0] + last[1] === place) last[1] += 1;
    else packed.push([place, 1]);
  }
  return packed;
}

/** What `packRows` packed. A place that `before` does not have brings no row. */
export const unpackRows = <T extends object>(before: readonly T[], packed: readonly (T | KeptRows)[]): T[] =>
  packed.flatMap((part) => (isKept(part) ? before.slice(part[0], part[0] + part[1]) : [part]));

const isKept = <T extends object>(part: T | KeptRows): part is KeptRows => Array.isArray(part);
