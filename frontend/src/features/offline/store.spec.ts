/** @jest-environment node */
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Message } from '@hearth/contract';
import Dexie from 'dexie';
import { databaseOf } from './names';
import type { KeptUpload, KeptValue, KeptWindow, KeptWish } from './kept';
import { Store } from './store';

const LIMITS = { windows: 3, people: 2 };

const message = (seq: number): Message => ({
  id: String(seq),
  channelId: '1',
  seq,
  version: seq,
  type: 'DEFAULT',
  author: { id: '9', username: 'ada', displayName: 'Ada', avatar: null },
  content: `message ${seq}`,
  createdAt: '2026-11-21T09:00:00.000Z',
  editedAt: null,
  deletedAt: null,
  replyTo: null,
  attachments: [],
  reactions: [],
  mentions: [],
  embeds: [],
  pinnedAt: null,
});
const value = (key: string, at = 1, kind: KeptValue['kind'] = 'value'): KeptValue => ({ key, queryKey: [key], kind, data: { key }, at });
const windowOf = (channelId: string, at: number): KeptWindow => ({
  channelId,
  messages: [message(1)],
  version: 1,
  hasOlder: false,
  at,
});

// It looked for them when it was loaded, which is before anything runs.
Object.assign(Dexie.dependencies, { indexedDB, IDBKeyRange });

/** Nobody reads what the library says there. */
let complaints: jest.SpiedFunction<typeof console.warn>[];
let store: Store;

beforeEach(async () => {
  complaints = [jest.spyOn(console, 'warn'), jest.spyOn(console, 'error')];
  store = await Store.open('1');
});

afterEach(async () => {
  store.close();
  await Promise.all((await Dexie.getDatabaseNames()).map((name) => Dexie.delete(name)));
  const said = complaints.flatMap((complaint) => complaint.mock.calls);
  jest.restoreAllMocks();
  expect(said).toEqual([]);
});

/** Of the page that comes next. */
async function reopened(): Promise<Store> {
  store.close();
  store = await Store.open('1');
  return store;
}

async function raw(name: string, version: number, run: (database: IDBDatabase) => void, upgrade = run): Promise<void> {
  const request = indexedDB.open(name, version);
  request.onupgradeneeded = () => upgrade(request.result);
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('no database'));
  });
  run(database);
  await new Promise((resolve) => setTimeout(resolve, 0));
  database.close();
}

describe('the tables of an account', () => {
  it('hold what was written beyond the page', async () => {
    await store.write([value('a')], [windowOf('1', 1)], LIMITS);
    await store.putPending({ nonce: 'n', pending: { nonce: 'n' }, tab: 't' });
    const later = await reopened();
    expect(await later.values()).toEqual([value('a')]);
    expect((await later.windowsOf(['1', '2'])).get('1')?.messages).toEqual([message(1)]);
    expect(await later.pending()).toHaveLength(1);
  });

  it('hold how far was read, which only grows, until it is marked unread', async () => {
    const read = { channelId: '1', seq: 5, unread: false };
    await store.putRead(read);
    await store.putRead({ ...read, seq: 3 });
    expect(await (await reopened()).reads()).toEqual([read]);
    await store.putRead({ ...read, seq: 2, unread: true });
    expect(await store.reads()).toEqual([{ ...read, seq: 2, unread: true }]);
    await store.removeRead('1');
    expect(await store.reads()).toEqual([]);
  });

  it('hold the last wish for each reaction', async () => {
    const [party, heart] = ['🎉', '❤️'].map((emoji) => ({ messageId: '7', emoji, want: true })) as [KeptWish, KeptWish];
    for (const wish of [party, heart, { ...party, want: false }]) await store.putWish(wish);
    expect(await (await reopened()).wishes()).toEqual(expect.arrayContaining([{ ...party, want: false }, heart]));
    await store.removeWish(party);
    expect(await store.wishes()).toEqual([heart]);
  });

  it('hold files of messages that wait for them, and of no others', async () => {
    const upload = (key: string, nonce: string): KeptUpload => ({
      ...{ key, nonce, channelId: '1', name: `${key}.txt`, alt: '', spoiler: false, url: null, told: null },
    });
    await store.putPending({ nonce: 'n', pending: { nonce: 'n' }, tab: 't' });
    await store.putUpload(upload('a', 'n'), new Blob(['words']));
    await store.putUpload({ ...upload('a', 'n'), url: '/files/71' });
    await store.putUpload(upload('no file', 'n'));
    await store.putUpload(upload('sent', 'gone'), new Blob(['others']));
    const [found, ...others] = await (await reopened()).uploads(['a', 'no file', 'sent', 'unknown']);
    expect(found?.upload).toEqual({ ...upload('a', 'n'), url: '/files/71' });
    expect(await found?.file.text()).toBe('words');
    expect(others).toEqual([]);
    await store.removeUpload('a');
    expect(await store.uploads(['a'])).toEqual([]);
  });

  it('are each their own', async () => {
    await store.write([value('a')], [], LIMITS);
    const other = await Store.open('2');
    expect(await other.values()).toEqual([]);
    other.close();
  });

  it('let go of the oldest', async () => {
    const people = ['x', 'y', 'z'].map((key, index) => value(key, index, 'person'));
    await store.write(
      [value('a', 0), ...people],
      ['1', '2', '3', '4'].map((id, index) => windowOf(id, index)),
      LIMITS,
    );
    expect((await store.values()).map(({ key }) => key)).toEqual(['a', 'y', 'z']);
    expect((await store.windows()).map(({ channelId }) => channelId)).toEqual(['2', '3', '4']);
  });

  it('let go of channels that are gone', async () => {
    await store.write([], [windowOf('1', 1), windowOf('2', 1)], LIMITS);
    await store.dropWindows((channelId) => channelId === '1');
    expect((await store.windows()).map(({ channelId }) => channelId)).toEqual(['2']);
  });

  it('give way to another tab that signs out, and stay closed', async () => {
    await Dexie.delete(databaseOf('1'));
    await expect(store.values()).rejects.toThrow();
    expect(await Dexie.getDatabaseNames()).toEqual([]);
  });
});

describe('what cannot be used', () => {
  it('is passed over row by row', async () => {
    await store.write([value('a')], [windowOf('1', 1)], LIMITS);
    store.close();
    await raw(databaseOf('1'), 40, (database) => {
      const rows = database.transaction(['values', 'windows', 'outbox', 'reads', 'wishes'], 'readwrite');
      rows.objectStore('values').put({ key: 'b', queryKey: 'b' });
      rows.objectStore('windows').put({ channelId: '2', version: 1, messages: [{ id: 7 }] });
      rows.objectStore('outbox').put({ nonce: 'n' });
      rows.objectStore('reads').put({ channelId: '1', seq: 'all' });
      rows.objectStore('wishes').put({ messageId: '1', emoji: '🎉' });
    });
    const later = await reopened();
    expect(await later.values()).toEqual([value('a')]);
    expect((await later.windows()).map(({ channelId }) => channelId)).toEqual(['1']);
    expect([await later.pending(), await later.reads(), await later.wishes()]).toEqual([[], [], []]);
  });

  it('is begun anew where it cannot be opened', async () => {
    store.close();
    jest.spyOn(indexedDB, 'open').mockImplementationOnce(() => {
      throw new DOMException('The data is of another time', 'DataError');
    });
    const later = await reopened();
    await later.write([value('a')], [], LIMITS);
    expect(await later.values()).toEqual([value('a')]);
  });

  it('is forgotten where another version of the app held it, save what waits to be told to the server', async () => {
    await store.write([value('a')], [windowOf('1', 1)], LIMITS);
    await store.putPending({ nonce: 'n', pending: { nonce: 'n' }, tab: 't' });
    await store.putRead({ channelId: '1', seq: 5, unread: false });
    await store.putWish({ messageId: '7', emoji: '🎉', want: true });
    store.close();
    await raw(databaseOf('1'), 40, (database) => {
      database.transaction('notes', 'readwrite').objectStore('notes').put({ name: 'shape', value: 'another' });
    });
    const later = await reopened();
    expect([await later.values(), await later.windows()]).toEqual([[], []]);
    expect([await later.pending(), await later.reads(), await later.wishes()]).toEqual([
      [expect.anything()],
      [expect.anything()],
      [expect.anything()],
    ]);
  });
});

it('takes over what an earlier version left to be sent, of this account alone', async () => {
  const pending = (nonce: string) => ({ pending: { nonce }, tab: 't' });
  store.close();
  await raw(
    'hearth',
    1,
    (database) => {
      const rows = database.transaction('outbox', 'readwrite').objectStore('outbox');
      rows.put(pending('a'), '1 a');
      rows.put(pending('b'), '2 b');
    },
    (database) => void database.createObjectStore('outbox'),
  );
  const later = await reopened();
  expect(await later.pending()).toEqual([{ nonce: 'a', pending: { nonce: 'a' }, tab: 't' }]);
  expect(await Dexie.exists('hearth')).toBe(false);
});
