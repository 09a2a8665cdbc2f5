import { partsLoad } from '@/lib/lazy-part';
import { realtime } from '@/realtime';
import { openedStore } from './account';
import type { KeptPending, Submission } from './kept';
import { livingTabs, lockOf, SEND_WAITING } from './names';
import { forgetUnwritten, noteUnwritten, unwritten } from './unwritten';

/** Not every browser has it, nor the types of the platform. */
interface Waking {
  sync?: { register: (tag: string) => Promise<void> };
}

const tab = crypto.randomUUID();

/** Without storage, messages live as long as the page. */
const ignore = () => undefined;

/** Other tabs of the browser know by this lock that this one lives. Without the Web Locks API each takes the others for gone. */
function holdTabLock(): void {
  if ('locks' in navigator) navigator.locks.request(lockOf(tab), () => new Promise<never>(ignore)).catch(ignore);
}

/** Where the browser can: it sends what waits when the network is back, though no tab is open then. */
export function wakeForWaiting(): void {
  if (!('serviceWorker' in navigator)) return;
  navigator.serviceWorker
    .getRegistration()
    .then((registration) => (registration as Waking | undefined)?.sync?.register(SEND_WAITING))
    // People may forbid it.
    .catch(ignore);
}

export interface OutboxTable<P extends { nonce: string }> {
  /** `pending` of all that lies there: it may be of another build, or anybody's. */
  load: () => Promise<unknown[]>;
  put: (pending: P) => void;
  remove: (nonce: string) => void;
}

/**
 * The outbox of the account in its tables. A tab takes over what a tab left behind that is gone, at once or when it goes: two tabs do not
 * send the same message as long as both live. Should it happen all the same, the nonce lets the server store it once.
 *
 * @param toSubmission what of it goes to the server; null while it cannot go yet
 * @param onTabGone another tab ended whose messages may lie there
 */
export function openOutboxTable<P extends { nonce: string }>(
  userId: string,
  toSubmission: (pending: P) => Submission | null,
  onTabGone: () => void,
): OutboxTable<P> {
  const awaited = new Set<string>();
  holdTabLock();

  function awaitEnd(other: string): void {
    if (awaited.has(other)) return;
    awaited.add(other);
    navigator.locks.request(lockOf(other), ignore).then(onTabGone, ignore);
  }

  function rowOf(pending: P): KeptPending {
    const submission = toSubmission(pending);
    return { nonce: pending.nonce, pending, tab, ...(submission && { submission }) };
  }

  async function readAll(): Promise<KeptPending[]> {
    // What waited for another start can wait until the first message is shown.
    await partsLoad;
    const written = (await (await openedStore())?.pending().catch((): KeptPending[] => [])) ?? [];
    return [...new Map([...written, ...unwritten(userId)].map((row) => [row.nonce, row])).values()];
  }

  async function write(row: KeptPending): Promise<void> {
    const store = await openedStore();
    await store?.putPending(row);
    if (store) forgetUnwritten(userId, row.nonce);
    if (realtime.state !== 'ready') wakeForWaiting();
  }

  return {
    async load() {
      const all = await readAll();
      const living = await livingTabs();
      const isElsewhere = (stored: KeptPending) => stored.tab !== tab && living.has(stored.tab);
      all.filter(isElsewhere).forEach((stored) => awaitEnd(stored.tab));
      return all.filter((stored) => !isElsewhere(stored)).map(({ pending }) => pending);
    },
    put(pending) {
      const row = rowOf(pending);
      noteUnwritten(userId, row);
      write(row).catch(ignore);
    },
    remove(nonce) {
      forgetUnwritten(userId, nonce);
      openedStore()
        .then((store) => store?.removePending(nonce))
        .catch(ignore);
    },
  };
}
