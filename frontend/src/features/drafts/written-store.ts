import { create } from 'zustand';
import { without } from '@/lib/without';

/** What was written here in one channel, as long as it is more than what the server holds, or is being written. */
export interface Written {
  text: string;
  replyToId: string | null;
  /** When the last key was pressed: Unix time in milliseconds. */
  at: number;
  /** `updatedAt` of what the server held when this was begun; null: nothing. */
  base: string | null;
  isSaved: boolean;
}

type AllWritten = Readonly<Record<string, Written>>;

interface WrittenState {
  userId: string | null;
  written: AllWritten;
}

export const useWrittenStore = create<WrittenState>(() => ({ userId: null, written: {} }));

const keyOf = (userId: string) => `hearth.drafts.${userId}`;

const isWritten = (value: unknown): value is Written =>
  typeof value === 'object' &&
  value !== null &&
  'text' in value &&
  typeof value.text === 'string' &&
  'at' in value &&
  typeof value.at === 'number';

/** Storage can be full, blocked, or written by hand: then drafts live as long as the page. */
function read(userId: string): AllWritten {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(keyOf(userId)) ?? '{}');
    if (typeof stored !== 'object' || stored === null) return {};
    const whole = Object.entries(stored).filter((entry): entry is [string, Written] => isWritten(entry[1]));
    return Object.fromEntries(
      whole.map(([channelId, { text, at, base, replyToId }]) => [channelId, { text, at, base, replyToId, isSaved: false }]),
    );
  } catch {
    return {};
  }
}

function keep(userId: string, written: AllWritten): void {
  try {
    if (Object.keys(written).length === 0) localStorage.removeItem(keyOf(userId));
    else localStorage.setItem(keyOf(userId), JSON.stringify(written));
  } catch {
    // As above.
  }
}

const withOne = (channelId: string, one: Written | null, all: AllWritten): AllWritten =>
  one === null ? without(all, channelId) : { ...all, [channelId]: one };

export const openWritten = (userId: string): void => useWrittenStore.setState({ userId, written: read(userId) });

/** Signed out: nothing of it stays. */
export function clearWritten(): void {
  const { userId } = useWrittenStore.getState();
  if (userId !== null) keep(userId, {});
  useWrittenStore.setState({ userId: null, written: {} });
}

export function setWritten(channelId: string, one: Written | null): void {
  const { userId, written } = useWrittenStore.getState();
  useWrittenStore.setState({ written: withOne(channelId, one, written) });
  // What another tab wrote for other channels stays; what the server has needs no keeping.
  if (userId !== null) keep(userId, withOne(channelId, one?.isSaved === false ? one : null, read(userId)));
}
