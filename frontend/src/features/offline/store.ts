import Dexie, { type Table } from 'dexie';
import { databaseOf, OLD_OUTBOX } from './names';
import {
  type KeptPending,
  type KeptRead,
  type KeptUpload,
  type KeptValue,
  type KeptWindow,
  type KeptWish,
  isWholePending,
  isWholeRead,
  isWholeUpload,
  isWholeValue,
  isWholeWindow,
  isWholeWish,
} from './kept';
import { SHAPE } from './shape';

interface Note {
  name: string;
  value: string;
}

/** What is in a file: apart from what is said of it, which is written more often. */
interface KeptFile {
  key: string;
  file: Blob;
}

class AccountDatabase extends Dexie {
  readonly values!: Table<KeptValue, string>;
  readonly windows!: Table<KeptWindow, string>;
  readonly outbox!: Table<KeptPending, string>;
  readonly reads!: Table<KeptRead, string>;
  readonly wishes!: Table<KeptWish, [string, string]>;
  readonly notes!: Table<Note, string>;
  readonly uploads!: Table<KeptUpload, string>;
  readonly files!: Table<KeptFile, string>;

  constructor(userId: string) {
    super(databaseOf(userId));
    this.version(1).stores({ values: 'key, [kind+at]', windows: 'channelId, at', outbox: 'nonce', notes: 'name' });
    this.version(2).stores({ reads: 'channelId' });
    this.version(3).stores({ wishes: '[messageId+emoji]' });
    this.version(4).stores({ uploads: 'key', files: 'key' });
  }
}

export interface Limits {
  windows: number;
  people: number;
}

/** What one account keeps in this browser. Any access may reject: then it is as if nothing were kept. */
export class Store {
  private constructor(private readonly database: AccountDatabase) {}

  /** Begins anew where what lies there cannot be opened. */
  static async open(userId: string): Promise<Store> {
    try {
      return await Store.#open(userId);
    } catch (error) {
      if (error instanceof Error && error.name === Dexie.errnames.MissingAPI) throw error;
      await Dexie.delete(databaseOf(userId));
      return Store.#open(userId);
    }
  }

  static async #open(userId: string): Promise<Store> {
    const database = new AccountDatabase(userId);
    // Another tab signs out, or is newer: this one keeps nothing any more. The library would complain, and open it again.
    database.on('versionchange', () => {
      database.close({ disableAutoOpen: true });
      return false;
    });
    try {
      await database.open();
      await forgetOtherShapes(database);
      await adoptOldOutbox(database, userId);
    } catch (error) {
      database.close({ disableAutoOpen: true });
      throw error;
    }
    return new Store(database);
  }

  close(): void {
    this.database.close({ disableAutoOpen: true });
  }

  async values(): Promise<KeptValue[]> {
    const rows: unknown[] = await this.database.values.toArray();
    return rows.filter(isWholeValue);
  }

  async windows(): Promise<KeptWindow[]> {
    const rows: unknown[] = await this.database.windows.toArray();
    return rows.filter(isWholeWindow);
  }

  async windowsOf(channelIds: readonly string[]): Promise<Map<string, KeptWindow>> {
    const rows: unknown[] = await this.database.windows.bulkGet([...channelIds]);
    return new Map(rows.filter(isWholeWindow).map((row) => [row.channelId, row]));
  }

  async write(values: readonly KeptValue[], windows: readonly KeptWindow[], limits: Limits): Promise<void> {
    const { database } = this;
    await database.transaction('rw', database.values, database.windows, async () => {
      await database.values.bulkPut(values);
      await database.windows.bulkPut(windows);
      await this.#prune(limits);
    });
  }

  async dropWindows(isGone: (channelId: string) => boolean): Promise<void> {
    const held = await this.database.windows.toCollection().primaryKeys();
    await this.database.windows.bulkDelete(held.filter(isGone));
  }

  /** What can be had from the server again. What was written here stays. */
  async clear(): Promise<void> {
    await Promise.all([this.database.values.clear(), this.database.windows.clear()]);
  }

  async pending(): Promise<KeptPending[]> {
    const rows: unknown[] = await this.database.outbox.toArray();
    return rows.filter(isWholePending);
  }

  async putPending(...rows: KeptPending[]): Promise<void> {
    await this.database.outbox.bulkPut(rows);
  }

  async removePending(nonce: string): Promise<void> {
    await this.database.outbox.delete(nonce);
  }

  async reads(): Promise<KeptRead[]> {
    const rows: unknown[] = await this.database.reads.toArray();
    return rows.filter(isWholeRead);
  }

  /** Positions only grow, whichever tab they come from. */
  async putRead(read: KeptRead): Promise<void> {
    const { database } = this;
    await database.transaction('rw', database.reads, async () => {
      const kept = await database.reads.get(read.channelId);
      const isOld = kept !== undefined && !kept.unread && !read.unread && kept.seq > read.seq;
      if (!isOld) await database.reads.put(read);
    });
  }

  async removeRead(channelId: string): Promise<void> {
    await this.database.reads.delete(channelId);
  }

  async wishes(): Promise<KeptWish[]> {
    const rows: unknown[] = await this.database.wishes.toArray();
    return rows.filter(isWholeWish);
  }

  async putWish(wish: KeptWish): Promise<void> {
    await this.database.wishes.put(wish);
  }

  async removeWish({ messageId, emoji }: KeptWish): Promise<void> {
    await this.database.wishes.delete([messageId, emoji]);
  }

  /** Those of which the file is there as well. What belongs to no message that waits goes. */
  async uploads(keys: readonly string[]): Promise<{ upload: KeptUpload; file: Blob }[]> {
    await this.#dropUnsent();
    const [rows, files] = await Promise.all([
      this.database.uploads.bulkGet([...keys]) as Promise<unknown[]>,
      this.database.files.bulkGet([...keys]),
    ]);
    return rows.flatMap((upload, index) => {
      const file = files[index]?.file;
      return file && isWholeUpload(upload) ? [{ upload, file }] : [];
    });
  }

  /** @param file left out: it lies there already */
  async putUpload(upload: KeptUpload, file?: Blob): Promise<void> {
    const { database } = this;
    await database.transaction('rw', database.uploads, database.files, async () => {
      if (file) await database.files.put({ key: upload.key, file });
      await database.uploads.put(upload);
    });
  }

  async removeUpload(...keys: string[]): Promise<void> {
    await Promise.all([this.database.uploads.bulkDelete(keys), this.database.files.bulkDelete(keys)]);
  }

  async #dropUnsent(): Promise<void> {
    const waiting = new Set(await this.database.outbox.toCollection().primaryKeys());
    const rows = await this.database.uploads.toArray();
    await this.removeUpload(...rows.flatMap(({ key, nonce }) => (waiting.has(nonce) ? [] : [key])));
  }

  async #prune({ windows, people }: Limits): Promise<void> {
    const { database } = this;
    const [heldWindows, heldPeople] = await Promise.all([
      database.windows.count(),
      database.values.where('[kind+at]').between(['person', Dexie.minKey], ['person', Dexie.maxKey]).count(),
    ]);
    if (heldWindows > windows)
      await database.windows
        .orderBy('at')
        .limit(heldWindows - windows)
        .delete();
    if (heldPeople <= people) return;
    const oldest = database.values.where('[kind+at]').between(['person', Dexie.minKey], ['person', Dexie.maxKey]);
    await oldest.limit(heldPeople - people).delete();
  }
}

/** Another version of the app may have held other things under the same names. */
async function forgetOtherShapes(database: AccountDatabase): Promise<void> {
  await database.transaction('rw', database.values, database.windows, database.notes, async () => {
    if ((await database.notes.get('shape'))?.value === SHAPE) return;
    await Promise.all([database.values.clear(), database.windows.clear()]);
    await database.notes.put({ name: 'shape', value: SHAPE });
  });
}

async function adoptOldOutbox(database: AccountDatabase, userId: string): Promise<void> {
  if (!(await Dexie.exists(OLD_OUTBOX))) return;
  const old = await new Dexie(OLD_OUTBOX).open();
  try {
    const table = old.tables.find(({ name }) => name === 'outbox');
    const keys = (await table?.toCollection().primaryKeys()) ?? [];
    const rows: unknown[] = (await table?.toArray()) ?? [];
    const own = rows.flatMap((row, index): KeptPending[] => {
      const [owner, nonce] = String(keys[index]).split(' ');
      return owner === userId && nonce !== undefined && isWholePending(row) ? [{ nonce, pending: row.pending, tab: row.tab }] : [];
    });
    await database.outbox.bulkPut(own);
  } finally {
    old.close({ disableAutoOpen: true });
  }
  await Dexie.delete(OLD_OUTBOX);
}
