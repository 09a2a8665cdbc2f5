import { normalOverwrites, type Overwrite } from './overwrites';

interface Bits {
  allow: bigint;
  deny: bigint;
}

/** What the three states say about one role or member. */
interface Three {
  before: Bits;
  draft: Bits;
  held: Bits;
}

const bitsIn = (overwrites: readonly Overwrite[], targetId: string): Bits => {
  const { allow = '0', deny = '0' } = overwrites.find((overwrite) => overwrite.targetId === targetId) ?? {};
  return { allow: BigInt(allow), deny: BigInt(deny) };
};

/** The permissions about which two states decide differently. */
const differing = (a: Bits, b: Bits): bigint => (a.allow ^ b.allow) | (a.deny ^ b.deny);

function threeOf(before: readonly Overwrite[], draft: readonly Overwrite[], held: readonly Overwrite[]): (targetId: string) => Three {
  return (targetId) => ({ before: bitsIn(before, targetId), draft: bitsIn(draft, targetId), held: bitsIn(held, targetId) });
}

/**
 * What was decided in a draft, in place of what is held now; about all else, what is held now.
 *
 * @param before what was held when the draft was made
 */
export function mergeOverwrites(before: readonly Overwrite[], draft: readonly Overwrite[], held: readonly Overwrite[]): Overwrite[] {
  const types = new Map([...held, ...draft].map(({ targetId, type }) => [targetId, type]));
  const three = threeOf(before, draft, held);
  const merged = [...types].map(([targetId, type]): Overwrite => {
    const bits = three(targetId);
    const decided = differing(bits.before, bits.draft);
    const side = (of: keyof Bits) => ((bits.held[of] & ~decided) | (bits.draft[of] & decided)).toString();
    return { targetId, type, allow: side('allow'), deny: side('deny') };
  });
  return normalOverwrites(merged);
}

/** The roles and members about whom the draft and somebody else meanwhile decided the same permission differently. */
export function contested(before: readonly Overwrite[], draft: readonly Overwrite[], held: readonly Overwrite[]): string[] {
  const three = threeOf(before, draft, held);
  return [...new Set([...before, ...draft].map(({ targetId }) => targetId))].filter((targetId) => {
    const bits = three(targetId);
    return (differing(bits.before, bits.draft) & differing(bits.before, bits.held) & differing(bits.draft, bits.held)) !== 0n;
  });
}
