import { partsLoad } from '@/lib/lazy-part';
import { openedStore } from './account';
import type { KeptPending } from './kept';

const tab = crypto.randomUUID();

const lockOf = (name: string) => `hearth-tab-${name}`;

/** Without storage, messages live as long as the page. */
const ignore = () => undefined;

/** Other tabs of the browser know by this lock that this one lives. Without the Web Locks API each takes the others for gone. */
function holdTabLock(): void {
  if ('locks' in navigator) navigator.locks.request(lockOf(tab), () => new Promise<never>(ignore)).catch(ignore);
}

async function livingTabs(): Promise<Set<string | undefined>> {
  if (!('locks' in navigator)) return new Set();
  const { held = [] } = await navigator.locks.query();
  return new Set(held.map(({ name }) => name));
}

export interface OutboxTable<P extends { nonce: string }> {
  load: () => Promise<P[]>;
  put: (pending: P) => void;
  remove: (nonce: string) => void;
}

/**
 * The outbox of the account in its tables. A tab takes over what a tab left behind that is gone, at once or when it goes: two tabs do not
 * send the same message as long as both live. Should it happen all the same, the nonce lets the server store it once.
 *
 * @param onTabGone another tab ended whose messages may lie there
 */
export function openOutboxTable<P extends { nonce: string }>(onTabGone: () => void): OutboxTable<P> {
  const awaited = new Set<string>();
  holdTabLock();

  function awaitEnd(other: string): void {
    if (awaited.has(other)) return;
    awaited.add(other);
    navigator.locks.request(lockOf(other), ignore).then(onTabGone, ignore);
  }

  async function readAll(): Promise<KeptPending[]> {
    // What waited for another start can wait until the first message is shown.
    await partsLoad;
    return (await (await openedStore())?.pending().catch((): KeptPending[] => [])) ?? [];
  }

  return {
    async load() {
      const all = await readAll();
      const living = await livingTabs();
      const isElsewhere = (stored: KeptPending) => stored.tab !== tab && living.has(lockOf(stored.tab));
      all.filter(isElsewhere).forEach((stored) => awaitEnd(stored.tab));
      return all.filter((stored) => !isElsewhere(stored)).map(({ pending }) => pending as P);
    },
    put: (pending) =>
      void openedStore()
        .then((store) => store?.putPending({ nonce: pending.nonce, pending, tab }))
        .catch(ignore),
    remove: (nonce) =>
      void openedStore()
        .then((store) => store?.removePending(nonce))
        .catch(ignore),
  };
}
