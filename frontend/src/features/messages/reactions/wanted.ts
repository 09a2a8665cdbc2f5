import type { Reaction } from '@hearth/contract';

/** What the reader wants on one message and the server does not know yet: whether each emoji is to be theirs. */
export type Wanted = Readonly<Record<string, boolean>>;

/** The reactions as they will be. */
export function withWanted(reactions: readonly Reaction[], wanted: Wanted): readonly Reaction[] {
  if (Object.keys(wanted).length === 0) return reactions;
  const kinds = new Set(reactions.map(({ emoji }) => emoji));
  const changed = reactions.map((reaction) => {
    const want = wanted[reaction.emoji];
    if (want === undefined || want === reaction.me) return reaction;
    return { ...reaction, me: want, count: reaction.count + (want ? 1 : -1) };
  });
  const added = Object.entries(wanted).flatMap(([emoji, want]) => (want && !kinds.has(emoji) ? [{ emoji, count: 1, me: true }] : []));
  return [...changed.filter(({ count }) => count > 0), ...added];
}
