/** @jest-environment node */
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import Dexie from 'dexie';
import { queryClient } from '@/api';
import { loadParts } from '@/lib/lazy-part';
import { buildMessage } from '@/features/messages/fixtures';
import { forgetAccounts, lastAccount, openAccount, openedStore } from './account';
import { keptWindow, recallAccount } from './keeping';
import { openOutboxTable } from './outbox-storage';
import { searchHeld } from './search';

Object.assign(Dexie.dependencies, { indexedDB, IDBKeyRange });

/** Only what is kept is its own, as in a browser. */
const storage = Object.create({
  getItem: (key: string) => storage[key] ?? null,
  setItem: (key: string, value: string) => void (storage[key] = value),
  removeItem: (key: string) => delete storage[key],
}) as Record<string, string>;
const LIMITS = { windows: 9, people: 9 };

const databases = async () => (await indexedDB.databases()).map(({ name }) => name);

const openTable = () =>
  openOutboxTable<{ nonce: string }>(
    '1',
    (body) => ({ channelId: '1', body }),
    () => undefined,
  );

async function keep(...contents: string[]): Promise<void> {
  const store = await openedStore();
  const user = { key: 'me', queryKey: ['live', 'me'], kind: 'value' as const, data: { id: lastAccount(), displayName: 'Ada' }, at: 1 };
  const messages = contents.map((content, index) => buildMessage({ seq: index + 1, content }));
  await store?.write([user], [{ channelId: '1', messages, version: 9, hasOlder: false, at: 1 }], LIMITS);
}

beforeEach(() => {
  Object.defineProperty(globalThis, 'localStorage', { value: storage, configurable: true });
});

afterEach(async () => {
  jest.restoreAllMocks();
  queryClient.clear();
  await forgetAccounts();
  await Promise.all((await Dexie.getDatabaseNames()).map((name) => Dexie.delete(name)));
});

describe('an account', () => {
  it('is recalled as the one that was here last', async () => {
    openAccount('1');
    await keep('hello');
    expect((await recallAccount())?.user.id).toBe('1');
  });

  it('leaves nothing when it signs out', async () => {
    openAccount('1');
    await keep('hello');
    await forgetAccounts();
    expect([await openedStore(), await recallAccount(), await keptWindow('1'), await searchHeld({ matches: () => true })]).toEqual([
      null,
      null,
      null,
      [],
    ]);
    expect([await databases(), Object.keys(storage)]).toEqual([[], []]);
  });

  it('takes the pictures that were seen along', async () => {
    const forgotten: string[] = [];
    Object.defineProperty(globalThis, 'caches', { value: { delete: async (name: string) => forgotten.push(name) }, configurable: true });
    openAccount('1');
    await forgetAccounts();
    Reflect.deleteProperty(globalThis, 'caches');
    expect(forgotten).toContain('hearth-pictures');
  });

  it('is not there for the next one, however it went', async () => {
    openAccount('1');
    await keep('hello');
    (await openedStore())?.close();
    openAccount('2');
    await keep();
    expect(await keptWindow('1')).toMatchObject({ messages: [] });
    expect((await recallAccount())?.user.id).toBe('2');
    expect(await databases()).toEqual(['hearth-account-2']);
  });
});

describe('a browser that keeps nothing', () => {
  it.each([
    [
      'without IndexedDB',
      () => {
        Object.assign(Dexie.dependencies, { indexedDB: undefined });
      },
    ],
    [
      'that refuses it in private windows',
      () => {
        const refuse = () => {
          throw new DOMException('A mutation operation was attempted', 'InvalidStateError');
        };
        jest.spyOn(indexedDB, 'open').mockImplementation(refuse);
        jest.spyOn(indexedDB, 'deleteDatabase').mockImplementation(refuse);
      },
    ],
    [
      'whose storage is blocked altogether',
      () => {
        const refuse = () => {
          throw new DOMException('Access is denied', 'SecurityError');
        };
        Object.defineProperty(globalThis, 'localStorage', { get: refuse, configurable: true });
        jest.spyOn(indexedDB, 'open').mockImplementation(refuse);
      },
    ],
  ])('%s goes on', async (_, break_) => {
    break_();
    openAccount('1');
    const table = openTable();
    table.put({ nonce: 'n' });
    table.remove('n');
    expect([await openedStore(), await keptWindow('1'), await recallAccount(), await searchHeld({ matches: () => true })]).toEqual([
      null,
      null,
      null,
      [],
    ]);
    Object.assign(Dexie.dependencies, { indexedDB });
  });
});

describe('what waits to be sent', () => {
  const written = async () => (await openedStore())?.pending();

  beforeEach(() => {
    loadParts();
    openAccount('1');
  });

  it('is there for the next tab though the tables could not be opened', async () => {
    jest.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('The disk is full', 'QuotaExceededError');
    });
    openTable().put({ nonce: 'n' });
    expect(await openTable().load()).toEqual([{ nonce: 'n' }]);
  });

  it('lies in one place once it is written', async () => {
    openTable().put({ nonce: 'n' });
    expect(Object.keys(storage)).toContain('hearth.unwritten.1.n');
    expect(await written()).toHaveLength(1);
    expect(Object.keys(storage)).toEqual(['hearth.account']);
    expect(await openTable().load()).toEqual([{ nonce: 'n' }]);
  });

  it('is gone from both places once it is sent', async () => {
    const table = openTable();
    table.put({ nonce: 'n' });
    table.remove('n');
    expect(Object.keys(storage)).toEqual(['hearth.account']);
    expect(await written()).toEqual([]);
  });

  it('is nothing where another left it, or by hand', async () => {
    const others = JSON.stringify({ nonce: 'c', pending: { nonce: 'c' }, tab: 't' });
    Object.assign(storage, { 'hearth.unwritten.1.a': '{', 'hearth.unwritten.1.b': '{"nonce":"b"}', 'hearth.unwritten.12.c': others });
    expect(await openTable().load()).toEqual([]);
  });

  it('goes when its account does', async () => {
    openTable().put({ nonce: 'n' });
    await forgetAccounts();
    expect(Object.keys(storage)).toEqual([]);
  });

  it('goes when another account comes, with what was being written', () => {
    openTable().put({ nonce: 'n' });
    Object.assign(storage, { 'hearth.drafts.1': '{}', 'hearth.drafts.2': '{}', 'hearth.drafts.21': '{}' });
    openAccount('2');
    expect(Object.keys(storage)).toEqual(['hearth.account', 'hearth.drafts.2']);
  });
});

describe('searching what is held', () => {
  const says = (word: string) => (message: { content: string }) => message.content.includes(word);
  const found = async (word: string, more = {}) => (await searchHeld({ matches: says(word), ...more })).map(({ content }) => content);

  beforeEach(async () => {
    openAccount('1');
    await keep('one for two', 'two creams', 'nothing');
  });

  it('finds the newest first', async () => {
    expect(await found('two')).toEqual(['two creams', 'one for two']);
  });

  it('keeps to channels and a number', async () => {
    expect(await found('two', { channelIds: ['2'] })).toEqual([]);
    expect(await found('two', { limit: 1 })).toEqual(['two creams']);
  });

  it('takes what is on screen for the truth', async () => {
    queryClient.setQueryDefaults(['live', 'conversation'], { meta: { kept: 'window' } });
    const messages = [
      buildMessage({ seq: 1, content: 'two', deletedAt: '2026-11-21T09:00:00.000Z' }),
      buildMessage({ seq: 2, content: 'two', hidden: true }),
      buildMessage({ seq: 9, content: 'two fresh' }),
    ];
    queryClient.setQueryData(['live', 'conversation', '1'], { channelId: '1', messages });
    expect(await found('two')).toEqual(['two fresh']);
  });
});
