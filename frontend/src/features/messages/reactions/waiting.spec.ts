import { beforeEach, expect, it } from '@jest/globals';
import { errorCodes, type ErrorCode } from '@hearth/contract';
import { ApiError } from '@/api';
import { FakeClock } from '@/api/fake-clock';
import type { KeptWish } from '@/features/offline';
import { WaitingReactions } from './waiting';

const party: KeptWish = { messageId: '1', emoji: '🎉', want: true };
const heart: KeptWish = { messageId: '1', emoji: '❤️', want: true };

let clock: FakeClock;
let kept: Map<string, KeptWish>;
let shown: KeptWish[];
let refused: unknown[];
/** What the server was told, in order. */
let told: KeptWish[];
let isConnected: boolean;
/** What it answers next; nothing: it takes what it is told. */
let answers: (Error | 'disconnected')[];
let waiting: WaitingReactions;

const refusal = (code: ErrorCode, retryAfter?: number) => {
  const [status] = errorCodes[code];
  return new ApiError({ type: 'about:blank', title: '', status, code, detail: '', requestId: '', ...(retryAfter && { retryAfter }) });
};

const keyOf = ({ messageId, emoji }: KeptWish) => messageId + emoji;
const table = {
  load: async () => [...kept.values()],
  put: (wish: KeptWish) => void kept.set(keyOf(wish), wish),
  remove: (wish: KeptWish) => void kept.delete(keyOf(wish)),
};

async function answer(wish: KeptWish): Promise<void> {
  const next = answers.shift();
  told.push(wish);
  if (next === 'disconnected') waiting.add(wish);
  else if (next) throw next;
}

const begin = () =>
  new WaitingReactions({
    clock,
    want: answer,
    show: (wish) => shown.push(wish),
    isConnected: () => isConnected,
    refused: (errors) => refused.push(...errors),
  });

beforeEach(() => {
  clock = new FakeClock();
  kept = new Map();
  [shown, refused, told, answers] = [[], [], [], []];
  isConnected = false;
  waiting = begin();
});

it('the last wish of each waits for a connection, and is told once', async () => {
  await waiting.open(table);
  for (const want of [true, false, true]) waiting.add({ ...party, want });
  waiting.add({ ...heart, want: false });
  await waiting.resume();
  expect([told, [...kept.values()]]).toEqual([[], [party, { ...heart, want: false }]]);
  isConnected = true;
  await waiting.resume();
  await waiting.resume();
  expect([told, kept.size, refused]).toEqual([[party, { ...heart, want: false }], 0, []]);
});

it('outlives the page, shows again, and yields to what is wanted since', async () => {
  kept = new Map([party, heart].map((wish) => [keyOf(wish), wish]));
  waiting.add({ ...heart, want: false });
  await waiting.open(table);
  expect(shown).toEqual([party]);
  isConnected = true;
  await waiting.resume();
  expect(told).toEqual([{ ...heart, want: false }, party]);
});

it('a break on the way keeps what was not told', async () => {
  await waiting.open(table);
  [party, heart].forEach((wish) => waiting.add(wish));
  isConnected = true;
  answers = ['disconnected'];
  await waiting.resume();
  expect([told, kept.size]).toEqual([[party], 2]);
  await waiting.resume();
  expect([told, kept.size]).toEqual([[party, heart, party], 0]);
});

it('what the server puts off goes on later, and what it refuses is dropped and said', async () => {
  await waiting.open(table);
  [party, heart].forEach((wish) => waiting.add(wish));
  isConnected = true;
  const gone = refusal('NOT_FOUND');
  answers = [refusal('RATE_LIMITED', 2), gone];
  const done = waiting.resume();
  await clock.advance(1_999);
  expect([told, shown]).toEqual([[party], [party]]);
  await clock.advance(1);
  await done;
  expect([told, kept.size, refused]).toEqual([[party, party, heart], 0, [gone]]);
});

it('signing out ends it', async () => {
  await waiting.open(table);
  waiting.add(party);
  waiting.close();
  isConnected = true;
  await waiting.resume();
  expect(told).toEqual([]);
});
