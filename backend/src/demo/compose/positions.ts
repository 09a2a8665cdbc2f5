import type { Conversation, Joined } from './conversation.js';
import type { Random } from './random.js';

/** How far somebody is in a channel. */
export interface Position {
  joinedSeq: number;
  lastReadSeq: number;
  lastDeliveredSeq: number;
}

const UP_TO_DATE = 0.75;

/** Position of every member. Those who can be signed in to find something new in a third of the channels, each in another third. */
export function readingPositions(
  conversation: Conversation,
  joined: Joined,
  demoNames: readonly string[],
  channelNumber: number,
  random: Random,
): Map<string, Position> {
  const positions = [...joined].map(([username, since]): [string, Position] => {
    const login = demoNames.indexOf(username);
    const hasReadAll = login < 0 ? random.chance(UP_TO_DATE) : (channelNumber + login) % 3 !== 0;
    return [username, positionOf(conversation, username, since, hasReadAll)];
  });
  return new Map(positions);
}

/** Whoever writes has read what was there. */
function positionOf({ messages, lastSeq, seqBeforeLatest }: Conversation, username: string, since: Date, hasReadAll: boolean): Position {
  const joinedSeq = messages.findLast(({ createdAt }) => createdAt < since)?.seq ?? 0;
  const ownSeq = messages.findLast(({ author }) => author === username)?.seq ?? 0;
  const lastReadSeq = hasReadAll ? lastSeq : Math.max(joinedSeq, ownSeq, seqBeforeLatest);
  return { joinedSeq, lastReadSeq, lastDeliveredSeq: lastReadSeq };
}
