import type { Hit, Segment, Stretch } from './search.repository.js';

const GROWTH = 4;

export interface Found {
  hits: Hit[];
  /** Where to go on: ids beyond this one were not looked at. Null: all were. */
  restFrom: string | null;
}

export interface WalkOptions {
  /** From the oldest on. */
  segments: Segment[];
  from: string | null;
  below: string | null;
  oldestFirst: boolean;
  limit: number;
  /** Whether all that remains may be asked for at once when little was found. */
  selective: boolean;
  read: (stretch: Stretch, limit: number) => Promise<Hit[]>;
  /** When to end, as `now` counts. */
  until: number;
  now?: () => number;
}

interface Bounds {
  number: number;
  from: string;
  /** Null: the newest segment, which has no end. */
  below: string | null;
}

/**
 * Looks through segments one after the other until enough is found, more of them at a time the less there is: what is common is found in
 * the first, and what is rare costs little in many. Ends at `until` wherever it is, after one look at least.
 */
export async function walk({ now = () => performance.now(), ...options }: WalkOptions): Promise<Found> {
  const { limit, oldestFirst, selective, read, until } = options;
  const hits: Hit[] = [];
  let waiting = within(options);
  for (let size = 1; waiting.length > 0;) {
    const isRest = selective && size > GROWTH * GROWTH;
    const part = waiting.slice(0, isRest ? undefined : size);
    const start = now();
    hits.push(...(await read(stretchOf(part, options, isRest), limit - hits.length)));
    waiting = waiting.slice(part.length);
    if (hits.length >= limit || waiting.length === 0) break;
    const left = until - now();
    if (left <= 0) return { hits, restFrom: edgeOf(part, oldestFirst) };
    // As many as the time that is left lets expect, and no more.
    const pace = (now() - start) / part.length;
    size = Math.max(1, Math.min(size * GROWTH, Math.floor(left / Math.max(pace, 0.01))));
  }
  return { hits, restFrom: null };
}

/** Segments with ids between the bounds, in the order in which they are looked through. */
function within({ segments, from, below, oldestFirst }: WalkOptions): Bounds[] {
  const bounds = segments.map(({ number, fromId }, index) => ({ number, from: fromId, below: segments[index + 1]?.fromId ?? null }));
  const touched = bounds.filter(
    (segment) =>
      (below === null || BigInt(segment.from) < BigInt(below)) &&
      (from === null || segment.below === null || BigInt(segment.below) > BigInt(from)),
  );
  return oldestFirst ? touched : touched.toReversed();
}

function stretchOf(part: Bounds[], { from, below, oldestFirst }: WalkOptions, isRest: boolean): Stretch {
  const ordered = oldestFirst ? part : part.toReversed();
  const [lowest, highest] = [ordered[0], ordered.at(-1)];
  return {
    segments: isRest ? null : part.map(({ number }) => number),
    from: greatest(from, lowest?.from ?? null),
    below: least(below, highest?.below ?? null),
  };
}

const edgeOf = (part: Bounds[], oldestFirst: boolean): string | null => (oldestFirst ? part.at(-1)?.below : part.at(-1)?.from) ?? null;

const greatest = (one: string | null, other: string | null) =>
  one === null || (other !== null && BigInt(other) > BigInt(one)) ? other : one;
const least = (one: string | null, other: string | null) => (one === null || (other !== null && BigInt(other) < BigInt(one)) ? other : one);
