import { accountOf, databaseOf, OLD_OUTBOX, PICTURES } from './names';
import type { Store } from './store';
import { UNWRITTEN } from './unwritten';

/** The account that was signed in here last: the app opens with it where the server cannot be reached. */
const LAST = 'hearth.account';
/** Where drafts lay beside what the tables hold. */
const DRAFTS = 'hearth.drafts.';

interface Account {
  userId: string;
  /** Null until it is asked for. */
  store: Promise<Store | null> | null;
}

let current: Account | null = null;

/** Storage can be blocked: then nothing is kept. */
function remember(userId: string | null): void {
  try {
    if (userId === null) localStorage.removeItem(LAST);
    else localStorage.setItem(LAST, userId);
  } catch {
    // As above.
  }
}

export function lastAccount(): string | null {
  try {
    return localStorage.getItem(LAST);
  } catch {
    return null;
  }
}

/** Signed in: from here on this account is the one that is kept, and nothing of another. */
export function openAccount(userId: string): void {
  const before = lastAccount();
  if (current?.userId !== userId) current = { userId, store: null };
  remember(userId);
  if (before !== userId) void forgetPictures();
  forgetBeside((key) => isBeside(key) && !key.startsWith(`${UNWRITTEN}${userId}.`) && key !== DRAFTS + userId);
  void forgetDatabases(before, (id) => id !== userId);
}

/** Nobody is signed in: nothing of anybody stays in this browser. */
export function forgetAccounts(): Promise<void> {
  const store = current?.store;
  const before = lastAccount();
  current = null;
  remember(null);
  forgetBeside(isBeside);
  void forgetPictures();
  // Its own connection would stand in the way.
  return Promise.resolve(store)
    .then((opened) => opened?.close())
    .then(() => forgetDatabases(before, () => current === null))
    .then(forgetOldOutbox);
}

/** The tables of the account; null where nothing can be kept, or nobody is signed in. Loads the library when it is first asked for. */
export async function openedStore(): Promise<Store | null> {
  const account = current;
  if (!account) return null;
  account.store ??= load(account);
  const store = await account.store;
  // Somebody else's by now.
  return account === current ? store : null;
}

async function load(account: Account): Promise<Store | null> {
  const part = await import('./store').catch(() => null);
  // The network may be back when it is asked for again.
  if (!part) account.store = null;
  return part && part.Store.open(account.userId).catch(() => null);
}

/** Some browsers do not tell which databases there are: of those at least the last account's is known. */
async function forgetDatabases(last: string | null, isForgotten: (userId: string) => boolean): Promise<void> {
  try {
    const names = 'databases' in indexedDB ? (await indexedDB.databases()).map(({ name = '' }) => accountOf(name)) : [];
    const forgotten = [...new Set([...names, last])].filter((userId) => userId !== null && isForgotten(userId));
    await Promise.all(forgotten.map((userId) => deleteDatabase(databaseOf(userId ?? ''))));
  } catch {
    // Without IndexedDB there is nothing to forget.
  }
}

/** Other tabs that have it open close it when they are told. */
const deleteDatabase = (name: string): Promise<void> =>
  new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => resolve();
  });

/** Somebody else is not to learn what was seen here. */
const forgetPictures = async (): Promise<void> => {
  try {
    await caches.delete(PICTURES);
  } catch {
    // There are no caches where the connection is not secure.
  }
};

const forgetOldOutbox = async (): Promise<void> => {
  try {
    if (current === null) await deleteDatabase(OLD_OUTBOX);
  } catch {
    // As above.
  }
};

const isBeside = (key: string): boolean => key.startsWith(UNWRITTEN) || key.startsWith(DRAFTS);

/** What lies beside the tables. */
function forgetBeside(isForgotten: (key: string) => boolean): void {
  try {
    for (const key of Object.keys(localStorage)) if (isForgotten(key)) localStorage.removeItem(key);
  } catch {
    // As above.
  }
}
