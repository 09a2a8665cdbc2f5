import { type UseStore, createStore, del, delMany, entries, keys, set } from 'idb-keyval';
import type { OutboxStorage, PendingMessage } from './outbox';

/** What lies in IndexedDB: the message and the tab that sends it. */
interface Stored {
  pending: PendingMessage;
  tab: string;
}

const tab = crypto.randomUUID();

const lockOf = (name: string) => `hearth-tab-${name}`;
const keyOf = (userId: string, nonce: string) => `${userId} ${nonce}`;

let store: UseStore | null | undefined;

/** Null where the browser has no IndexedDB; where it refuses its use, every access rejects. */
function outboxStore(): UseStore | null {
  if (store === undefined) store = 'indexedDB' in globalThis ? createStore('hearth', 'outbox') : null;
  return store;
}

/** Without storage, messages live as long as the page. */
const ignore = () => undefined;

/** Other tabs of the browser know by this lock that this one lives. Without the Web Locks API each takes the others for gone. */
function holdTabLock(): void {
  if ('locks' in navigator) navigator.locks.request(lockOf(tab), () => new Promise<never>(() => undefined)).catch(ignore);
}

async function livingTabs(): Promise<Set<string | undefined>> {
  if (!('locks' in navigator)) return new Set();
  const { held = [] } = await navigator.locks.query();
  return new Set(held.map(({ name }) => name));
}

async function readAll(userId: string): Promise<Stored[]> {
  const from = outboxStore();
  if (!from) return [];
  const all = await entries<string, Stored>(from);
  return all.flatMap(([key, stored]) => (key.startsWith(keyOf(userId, '')) ? [stored] : []));
}

/**
 * The outbox of one account in IndexedDB. A tab takes over what a tab left behind that is gone, at once or when it goes: two tabs do not
 * send the same message as long as both live. Should it happen all the same, the nonce lets the server store it once.
 *
 * @param onTabGone another tab ended whose messages may lie there
 */
export function openOutboxStorage(userId: string, onTabGone: () => void): OutboxStorage {
  const awaited = new Set<string>();
  holdTabLock();

  function awaitEnd(other: string): void {
    if (awaited.has(other)) return;
    awaited.add(other);
    navigator.locks.request(lockOf(other), ignore).then(onTabGone, ignore);
  }

  return {
    async load() {
      const all = await readAll(userId).catch((): Stored[] => []);
      const living = await livingTabs();
      const isElsewhere = (stored: Stored) => stored.tab !== tab && living.has(lockOf(stored.tab));
      all.filter(isElsewhere).forEach((stored) => awaitEnd(stored.tab));
      return all.filter((stored) => !isElsewhere(stored)).map(({ pending }) => pending);
    },
    put(pending) {
      const to = outboxStore();
      if (to) set(keyOf(userId, pending.nonce), { pending, tab } satisfies Stored, to).catch(ignore);
    },
    remove(nonce) {
      const from = outboxStore();
      if (from) del(keyOf(userId, nonce), from).catch(ignore);
    },
  };
}

/** Leaves nothing of an account in this browser. */
export async function clearOutboxStorage(userId: string): Promise<void> {
  const from = outboxStore();
  if (!from) return;
  const all = await keys<string>(from);
  await delMany(
    all.filter((key) => key.startsWith(keyOf(userId, ''))),
    from,
  );
}
