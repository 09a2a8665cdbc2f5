const PREFIX = 'hearth-account-';

export const databaseOf = (userId: string): string => `${PREFIX}${userId}`;

/** Pictures that were seen, as the service worker keeps them. */
export const PICTURES = 'hearth-pictures';

/** Where what waits to be sent lay before each account had a database: keys begin with the account's id. */
export const OLD_OUTBOX = 'hearth';

/** Under this lock a tab lives that sends for itself. */
const TAB_LOCK = 'hearth-tab-';

export const lockOf = (tab: string): string => `${TAB_LOCK}${tab}`;

/** Tabs of this browser that live, as their locks tell; none where there are no locks. */
export async function livingTabs(): Promise<Set<string>> {
  if (!('locks' in navigator)) return new Set();
  const { held = [] } = await navigator.locks.query();
  return new Set(held.flatMap(({ name = '' }) => (name.startsWith(TAB_LOCK) ? [name.slice(TAB_LOCK.length)] : [])));
}

/** What the service worker is woken for when the network is back. */
export const SEND_WAITING = 'send-waiting';

/** Null for the name of anything else. */
export const accountOf = (database: string): string | null => (database.startsWith(PREFIX) ? database.slice(PREFIX.length) : null);
