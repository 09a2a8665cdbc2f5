import type { RelationshipType, Settings } from '@hearth/contract';

/** How two people stand to each other, from the side of each. */
export interface Pair {
  own: RelationshipType | null;
  theirs: RelationshipType | null;
}

/** What two people have to do with each other beside their relationship. */
export interface Acquaintance {
  areFriends: boolean;
  shareServer: boolean;
}

export type Refusal = 'CONFLICT' | 'NOT_ACCEPTED' | 'NOT_FOUND';

/** After a request. A request that meets one from the other side makes friends, whatever the settings say: both want it. */
export function request({ own, theirs }: Pair, accepts: boolean): Pair | Refusal {
  if (own === 'FRIEND' || own === 'OUTGOING') return { own, theirs };
  if (own === 'INCOMING') return { own: 'FRIEND', theirs: 'FRIEND' };
  if (own === 'BLOCKED') return 'CONFLICT';
  return theirs === 'BLOCKED' || !accepts ? 'NOT_ACCEPTED' : { own: 'OUTGOING', theirs: 'INCOMING' };
}

/** A block ends friendship and requests, and leaves a block by the other side as it is. */
export const block = ({ theirs }: Pair): Pair => ({ own: 'BLOCKED', theirs: theirs === 'BLOCKED' ? theirs : null });

/** Decline, cancel, unfriend or unblock: whatever there is. */
export function end({ own, theirs }: Pair): Pair | Refusal {
  if (own === null) return 'NOT_FOUND';
  return { own: null, theirs: own === 'BLOCKED' ? theirs : null };
}

export function acceptsRequest(setting: Settings['friendRequests'], { shareServer }: Pick<Acquaintance, 'shareServer'>): boolean {
  return setting === 'everyone' || (setting === 'servers' && shareServer);
}

/** Of a conversation that begins; one that exists goes on until somebody blocks. */
export function acceptsConversation(setting: Settings['directMessages'], { areFriends, shareServer }: Acquaintance): boolean {
  return setting === 'everyone' || areFriends || (setting === 'servers' && shareServer);
}
