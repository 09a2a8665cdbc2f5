import { accountOf, databaseOf } from '@/features/offline/names';

/** The outbox of an account as it lies in its database: see the feature `offline`, which makes it. */
export interface WaitingTables {
  /** Accounts of which something is kept: one, as a rule. */
  accounts: () => Promise<string[]>;
  rows: (userId: string) => Promise<unknown[]>;
  put: (userId: string, row: unknown) => Promise<void>;
  remove: (userId: string, nonce: string) => Promise<void>;
  forget: (userId: string) => void;
}

const TABLE = 'outbox';

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The tables cannot be read'));
  });

/** Opened for one access: whoever signs out in a tab does not wait for this. */
async function inTable<T>(userId: string, mode: IDBTransactionMode, run: (table: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await settled(indexedDB.open(databaseOf(userId)));
  try {
    return await settled(run(database.transaction(TABLE, mode).objectStore(TABLE)));
  } finally {
    database.close();
  }
}

/** Without the library of the app, which is larger than all of this. */
export const waitingTables: WaitingTables = {
  accounts: async () => {
    const names = 'databases' in indexedDB ? await indexedDB.databases() : [];
    return names.flatMap(({ name = '' }) => accountOf(name) ?? []);
  },
  rows: (userId) => inTable<unknown[]>(userId, 'readonly', (table) => table.getAll()),
  put: async (userId, row) => void (await inTable(userId, 'readwrite', (table) => table.put(row))),
  remove: async (userId, nonce) => void (await inTable(userId, 'readwrite', (table) => table.delete(nonce))),
  forget: (userId) => void indexedDB.deleteDatabase(databaseOf(userId)),
};
