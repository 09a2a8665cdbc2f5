import { beforeEach, describe, expect, it } from '@jest/globals';
import type { ErrorCode, ReadState } from '@hearth/contract';
import { ApiError } from '@/api';
import { FakeClock } from '@/api/fake-clock';
import { DisconnectedError, TimeoutError } from '@/realtime';
import { ReadMarker } from './read-marker';
import { emptyReadState } from './read-state';

let clock: FakeClock;
let states: Record<string, ReadState>;
let sent: string[];
let fault: Error | null;
let emit: () => Promise<unknown>;
let isVisible: boolean;
let isConnected: boolean;
let marker: ReadMarker;

const refusal = (status: number, code: ErrorCode): ApiError =>
  new ApiError({ type: '', title: '', status, code, detail: '', requestId: '' });

const get = (channelId: string) => states[channelId] ?? emptyReadState(channelId);

beforeEach(() => {
  clock = new FakeClock();
  states = {};
  sent = [];
  fault = null;
  emit = () => (fault ? Promise.reject(fault) : Promise.resolve());
  isVisible = true;
  isConnected = true;
  marker = new ReadMarker({
    clock,
    emit: ({ channelId, seq, unread }) => {
      sent.push(`${channelId}:${seq}${unread ? ' unread' : ''}`);
      return emit();
    },
    get,
    update: (channelId, change) => (states[channelId] = change(get(channelId))),
    lastSeq: () => 9,
    isConnected: () => isConnected,
    isVisible: () => isVisible,
  });
});

describe('ReadMarker', () => {
  it('reads here at once, and tells the server twice a second at most', async () => {
    for (let seq = 1; seq <= 5; seq += 1) marker.markRead('a', seq);
    expect(get('a').lastReadSeq).toBe(5);
    expect(sent).toEqual(['a:1']);
    await clock.advance(500);
    expect(sent).toEqual(['a:1', 'a:5']);
    await clock.advance(5_000);
    expect(sent).toHaveLength(2);
    expect(clock.waiting).toBe(0);
  });

  it('says nothing that is known', () => {
    states['a'] = { ...emptyReadState('a'), lastReadSeq: 5 };
    marker.markRead('a', 5);
    expect(sent).toEqual([]);
  });

  it('reads nothing in a hidden tab', () => {
    isVisible = false;
    marker.markRead('a', 5);
    expect(sent).toEqual([]);
    expect(get('a').lastReadSeq).toBe(0);
  });

  it('is not led back by what the server said before it knew', async () => {
    marker.markUnread('a', 4);
    marker.left('a');
    marker.markRead('a', 9);
    marker.told({ ...emptyReadState('a'), lastReadSeq: 3, markedUnreadSeq: 4 });
    expect(get('a')).toMatchObject({ lastReadSeq: 9, markedUnreadSeq: null });
    await clock.advance(1_000);
    expect(sent).toEqual(['a:4 unread', 'a:9']);
    // Another device's word, after that.
    marker.told({ ...emptyReadState('a'), lastReadSeq: 9, markedUnreadSeq: 7 });
    expect(get('a').markedUnreadSeq).toBe(7);
  });

  it('keeps a mark while the channel stays open, until something new is seen', async () => {
    states['a'] = { ...emptyReadState('a'), lastReadSeq: 9 };
    marker.markUnread('a', 4);
    marker.markRead('a', 9);
    expect(get('a').markedUnreadSeq).toBe(4);
    await clock.advance(1_000);
    expect(sent).toEqual(['a:4 unread']);
    marker.markRead('a', 10);
    expect(get('a')).toMatchObject({ markedUnreadSeq: null, lastReadSeq: 10 });
  });

  it('takes a mark back when the person asks for it', () => {
    states['a'] = { ...emptyReadState('a'), lastReadSeq: 9 };
    marker.markUnread('a', 4);
    marker.markRead('a', 9, true);
    expect(get('a').markedUnreadSeq).toBeNull();
  });

  it('clears a mark when the channel is opened again', () => {
    states['a'] = { ...emptyReadState('a'), lastReadSeq: 9 };
    marker.markUnread('a', 4);
    marker.left('a');
    marker.markRead('a', 9);
    expect(get('a').markedUnreadSeq).toBeNull();
  });

  it('tells again what did not get through, over what the server said since', async () => {
    fault = new DisconnectedError('gone');
    marker.markRead('a', 3);
    await clock.advance(600);
    marker.markRead('a', 5);
    await clock.advance(600);
    fault = null;
    states = { a: { ...emptyReadState('a'), lastReadSeq: 2 } };
    sent = [];
    marker.resume();
    expect(get('a').lastReadSeq).toBe(5);
    await clock.advance(1_000);
    expect(sent).toEqual(['a:5']);
  });

  it('is quiet without a connection, and tells it with the next one', async () => {
    isConnected = false;
    marker.markRead('a', 3);
    await clock.advance(5_000);
    expect([sent, clock.waiting]).toEqual([[], 0]);
    // `ready` comes a little before the connection counts as standing.
    states = {};
    marker.resume();
    expect([get('a').lastReadSeq, sent]).toEqual([3, []]);
    isConnected = true;
    marker.tell();
    expect(sent).toEqual(['a:3']);
  });

  it.each([
    [429, 'RATE_LIMITED'],
    [401, 'UNAUTHENTICATED'],
    [503, 'UNAVAILABLE'],
  ] as const)('tells again what the server only puts off: %d', async (status, code) => {
    fault = refusal(status, code);
    marker.markRead('a', 3);
    await clock.advance(4_900);
    expect(sent).toEqual(['a:3']);
    fault = null;
    await clock.advance(200);
    expect(sent).toEqual(['a:3', 'a:3']);
    expect(get('a').lastReadSeq).toBe(3);
    await clock.advance(5_000);
    expect(clock.waiting).toBe(0);
  });

  it('tells again what nobody answered for long, though nothing else is read and the connection holds', async () => {
    let giveUp = (_: Error): void => undefined;
    emit = () => new Promise((_, reject) => (giveUp = reject));
    marker.markRead('a', 3);
    await clock.advance(10_000);
    // Written meanwhile: nobody knows whether the server knew of what was read before it.
    marker.wroteTo('a', 4);
    expect(sent).toEqual(['a:3']);
    emit = () => Promise.resolve();
    giveUp(new TimeoutError('nobody answered'));
    await clock.advance(6_000);
    expect([sent, get('a').lastReadSeq]).toEqual([['a:3', 'a:4'], 4]);
    await clock.advance(60_000);
    expect([sent.length, clock.waiting]).toEqual([2, 0]);
  });

  it('does not repeat what the server refused', async () => {
    fault = refusal(404, 'NOT_FOUND');
    marker.markRead('a', 3);
    await clock.advance(1_000);
    marker.resume();
    expect(sent).toEqual(['a:3']);
  });

  it('tells how far own messages moved the position, where the server may not have known what was read before them', async () => {
    marker.wroteTo('a', 1);
    expect([get('a').lastReadSeq, sent]).toEqual([1, []]);
    marker.markRead('a', 3);
    marker.wroteTo('a', 4);
    marker.wroteTo('a', 6);
    await clock.advance(1_200);
    expect([get('a').lastReadSeq, sent]).toEqual([4, ['a:3', 'a:4']]);
    marker.wroteTo('a', 5);
    await clock.advance(600);
    expect([get('a').lastReadSeq, sent]).toEqual([5, ['a:3', 'a:4']]);
  });

  it('tells the same after a break in which that was read', async () => {
    fault = new DisconnectedError('gone');
    marker.markRead('a', 3);
    await clock.advance(600);
    states['a'] = emptyReadState('a');
    fault = null;
    marker.resume();
    marker.wroteTo('a', 4);
    await clock.advance(600);
    expect(sent).toEqual(['a:3', 'a:3', 'a:4']);
  });
});

describe('what was read while nobody could be told', () => {
  interface Row {
    channelId: string;
    seq: number;
    unread: boolean;
  }
  let kept: Map<string, Row>;
  const storage = () => ({
    load: () => Promise.resolve([...kept.values()]),
    put: (row: Row) => void kept.set(row.channelId, row),
    remove: (channelId: string) => void kept.delete(channelId),
  });
  const read = (seq: number): Row => ({ channelId: 'a', seq, unread: false });

  beforeEach(() => {
    kept = new Map();
  });

  it('is kept when it did not get through, and no longer than that', async () => {
    await marker.open(storage());
    marker.markRead('a', 1);
    await clock.advance(600);
    expect(kept.size).toBe(0);
    fault = new DisconnectedError('gone');
    marker.markRead('a', 3);
    await clock.advance(600);
    expect([...kept.values()]).toEqual([read(3)]);
    fault = null;
    marker.resume();
    await clock.advance(600);
    expect(kept.size).toBe(0);
  });

  it('is told by the next page, as soon as it is connected', async () => {
    kept.set('a', read(7));
    isConnected = false;
    await marker.open(storage());
    expect(sent).toEqual([]);
    isConnected = true;
    marker.resume();
    await clock.advance(600);
    expect([sent, get('a').lastReadSeq, kept.size]).toEqual([['a:7'], 7, 0]);
  });

  it('is told by a page that is connected already', async () => {
    kept.set('a', read(7));
    await marker.open(storage());
    expect(sent).toEqual(['a:7']);
  });

  it('is nothing where another device has read further since', async () => {
    kept.set('a', read(7));
    states['a'] = { ...emptyReadState('a'), lastReadSeq: 8 };
    await marker.open(storage());
    await clock.advance(600);
    expect([sent, kept.size]).toEqual([[], 0]);
  });

  it('is nothing of another account', async () => {
    kept.set('a', read(7));
    const opened = marker.open(storage());
    marker.reset();
    await opened;
    marker.resume();
    expect(sent).toEqual([]);
  });
});
