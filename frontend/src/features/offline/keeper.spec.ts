/** @jest-environment node */
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Message } from '@hearth/contract';
import Dexie from 'dexie';
import { queryClient } from '@/api';
import { FakeClock } from '@/api/fake-clock';
import { buildMessage, buildMessages } from '@/features/messages/fixtures';
import { foldHeard, fromKept, toKept } from '@/features/messages/kept-windows';
import type { Conversation } from '@/features/messages/cache';
import { Keeper } from './keeper';
import type { KeptChange } from './kept';
import { readAccount } from './recall';
import { Store } from './store';

Object.assign(Dexie.dependencies, { indexedDB, IDBKeyRange });

queryClient.setQueryDefaults(['live', 'conversation'], { meta: { kept: 'window' } });
queryClient.setQueryDefaults(['faces'], { meta: { kept: 'person' } });

const me = ['live', 'me'];
const windowKey = (channelId: string) => ['live', 'conversation', channelId];

const windowOf = (messages: readonly Message[], changed: Partial<Conversation> = {}): Conversation => ({
  channelId: '1',
  messages,
  version: messages.at(-1)?.version ?? 0,
  seen: [],
  hasOlder: false,
  atNewest: true,
  ...changed,
});

let clock: FakeClock;
let store: Store;
let gone: string[];
let keeper: Keeper;

beforeEach(async () => {
  clock = new FakeClock();
  gone = [];
  store = await Store.open('1');
  keeper = new Keeper({
    clock,
    cache: queryClient.getQueryCache(),
    store: () => Promise.resolve(store),
    idle: (run) => run(),
    windowOf: (data) => toKept(data as Conversation),
    fold: foldHeard,
    isThere: (channelId) => !gone.includes(channelId),
  });
  queryClient.setQueryData(me, { id: '1', displayName: 'Ada' });
  keeper.start();
});

afterEach(async () => {
  jest.restoreAllMocks();
  keeper.stop();
  queryClient.clear();
  store.close();
  await Promise.all((await Dexie.getDatabaseNames()).map((name) => Dexie.delete(name)));
});

const keptWindow = async (channelId = '1') => (await store.windowsOf([channelId])).get(channelId);
const keptSeqs = async (channelId = '1') => (await keptWindow(channelId))?.messages.map(({ seq }) => seq);
const heard = (channelId: string, seq: number, isNewest = true): [string, KeptChange] => [
  channelId,
  { change: { version: seq, message: buildMessage({ seq, channelId }) }, isNewest },
];

describe('what is held', () => {
  it('is shown again as it was', async () => {
    queryClient.setQueryData(['live', 'servers'], [{ id: '10' }]);
    queryClient.setQueryData(['faces', '10', '2'], { nickname: 'Bee' });
    queryClient.setQueryData(['sessions'], ['not kept']);
    await keeper.flush();
    queryClient.clear();
    const recalled = await readAccount(store, '1');
    expect(recalled?.user).toEqual({ id: '1', displayName: 'Ada' });
    recalled?.show();
    expect(queryClient.getQueryData(['live', 'servers'])).toEqual([{ id: '10' }]);
    expect(queryClient.getQueryData(['faces', '10', '2'])).toEqual({ nickname: 'Bee' });
    expect(queryClient.getQueryData(['sessions'])).toBeUndefined();
  });

  it('is nobody without the account itself', async () => {
    await keeper.flush();
    expect(await readAccount(store, '2')).toBeNull();
    await store.clear();
    expect(await readAccount(store, '1')).toBeNull();
  });

  it('is written together, some time after it changed, however often', async () => {
    const write = jest.spyOn(store, 'write');
    await keeper.flush();
    write.mockClear();
    for (let time = 0; time < 20; time += 1) queryClient.setQueryData(['live', 'servers'], [{ id: String(time) }]);
    expect(write).not.toHaveBeenCalled();
    await clock.advance(5_000);
    await keeper.flush();
    expect(write.mock.calls[0]?.[0]).toHaveLength(1);
    expect((await store.values()).find(({ queryKey }) => queryKey[1] === 'servers')?.data).toEqual([{ id: '19' }]);
  });
});

describe('messages', () => {
  it('are kept from the newest end, and know from where to catch up', async () => {
    queryClient.setQueryData(windowKey('1'), windowOf(buildMessages(1, 80), { version: 90 }));
    await keeper.flush();
    const kept = await keptWindow();
    expect(kept && fromKept(kept)).toMatchObject({ version: 90, hasOlder: true, atNewest: true });
    expect(kept?.messages.map(({ seq }) => seq)).toEqual(buildMessages(31, 80).map(({ seq }) => seq));
  });

  it('around an old one do not take the place of the newest', async () => {
    queryClient.setQueryData(windowKey('1'), windowOf(buildMessages(70, 80)));
    await keeper.flush();
    queryClient.setQueryData(windowKey('1'), windowOf(buildMessages(1, 5), { atNewest: false }));
    await keeper.flush();
    expect((await keptSeqs())?.at(-1)).toBe(80);
  });

  it('go with their channel', async () => {
    queryClient.setQueryData(windowKey('1'), windowOf(buildMessages(1, 5)));
    await keeper.flush();
    gone = ['1'];
    keeper.sweep();
    await clock.advance(5_000);
    await keeper.flush();
    expect(await keptWindow()).toBeUndefined();
  });

  it('that came to a channel that nobody looks at are added', async () => {
    queryClient.setQueryData(windowKey('1'), windowOf(buildMessages(1, 2)));
    await keeper.flush();
    keeper.hear(...heard('1', 3));
    keeper.hear(...heard('1', 5));
    keeper.hear(...heard('2', 7));
    keeper.hear(...heard('3', 4, false));
    await keeper.flush();
    expect(await keptSeqs('1')).toEqual([1, 2, 3, 5]);
    expect((await keptWindow('1'))?.version).toBe(3);
    expect([await keptSeqs('2'), (await keptWindow('2'))?.hasOlder]).toEqual([[7], true]);
    expect(await keptWindow('3')).toBeUndefined();
  });
});

describe('a browser without room', () => {
  it('keeps what was written here rather than what can be had again, and goes on', async () => {
    await store.putPending({ nonce: 'n', pending: { nonce: 'n' }, tab: 't' });
    await keeper.flush();
    const full = Object.assign(new Error('full'), { name: 'AbortError', inner: new DOMException('full', 'QuotaExceededError') });
    jest.spyOn(store, 'write').mockRejectedValue(full);
    queryClient.setQueryData(['live', 'servers'], []);
    await keeper.flush();
    expect(await store.values()).toEqual([]);
    expect(await store.pending()).toHaveLength(1);
    queryClient.setQueryData(['live', 'servers'], [{ id: '1' }]);
    expect(clock.waiting).toBe(0);
  });

  it('or without anything goes on too', async () => {
    store.close();
    await expect(keeper.flush()).resolves.toBeUndefined();
  });
});
