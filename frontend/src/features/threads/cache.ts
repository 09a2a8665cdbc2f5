import type { Channel, Message } from '@hearth/contract';

/** Threads of a channel, from those of its server. */
export const threadsOf = (threads: readonly Channel[], parentId: string): Channel[] =>
  threads.filter((thread) => thread.parentId === parentId);

export const isArchived = ({ thread }: Channel): boolean => thread?.archivedAt != null;

const newestFirst = (keyOf: (thread: Channel) => string) => (a: Channel, b: Channel) => {
  const [one, other] = [keyOf(a), keyOf(b)];
  if (one !== other) return one < other ? 1 : -1;
  return BigInt(a.id) < BigInt(b.id) ? 1 : -1;
};

const byActivity = newestFirst(({ lastMessageAt, createdAt }) => lastMessageAt ?? createdAt);
const byCreation = newestFirst(({ createdAt }) => createdAt);
const byArchiving = newestFirst(({ thread }) => thread?.archivedAt ?? '');

/** Pinned posts stand before the others. */
const pinnedFirst = (a: Channel, b: Channel) => Number(b.thread?.pinnedAt != null) - Number(a.thread?.pinnedAt != null);

export type Sort = 'ACTIVITY' | 'CREATION';

/** As the server orders them. */
export function inOrder(threads: readonly Channel[], sort: Sort, archived: boolean): Channel[] {
  const order = sort === 'CREATION' ? byCreation : archived ? byArchiving : byActivity;
  return threads.toSorted((a, b) => (archived ? 0 : pinnedFirst(a, b)) || order(a, b));
}

export const hasInName = ({ name }: Channel, query: string): boolean => name.toLowerCase().includes(query.trim().toLowerCase());

/** Bounds of the ids of messages, both counted. */
export interface IdRange {
  from: string;
  to: string;
}

/** Threads that come later belong to the last part, too. */
const ENDLESS = (2n ** 63n - 1n).toString();
const FIRST = '1';
/** So many messages are asked about at once. */
const CHUNK = 50;

const orderOf = ({ id }: Message) => BigInt(id);
const least = (messages: readonly Message[]) => messages.reduce((one, other) => (orderOf(one) < orderOf(other) ? one : other)).id;
const greatest = (messages: readonly Message[]) => messages.reduce((one, other) => (orderOf(one) > orderOf(other) ? one : other)).id;

/**
 * In which ranges of ids the threads of messages are looked for, in parts that stay the same while more messages come at either end. A
 * thread that begins at a message has its id.
 */
export function rangesOf(messages: readonly Message[], ends: { hasOlder: boolean; atNewest: boolean }): IdRange[] {
  const chunks = [...Map.groupBy(messages, ({ seq }) => Math.floor((seq - 1) / CHUNK)).values()];
  return chunks.map((chunk, index) => ({
    from: index === 0 && !ends.hasOlder ? FIRST : least(chunk),
    to: index === chunks.length - 1 && ends.atNewest ? ENDLESS : greatest(chunk),
  }));
}

export const isWithin = ({ id }: Channel, { from, to }: IdRange): boolean => BigInt(id) >= BigInt(from) && BigInt(id) <= BigInt(to);
