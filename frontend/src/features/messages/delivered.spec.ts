import { beforeEach, describe, expect, it } from '@jest/globals';
import { ApiError } from '@/api';
import { FakeClock } from '@/api/fake-clock';
import { DisconnectedError, TimeoutError } from '@/realtime';
import { DeliveredReporter } from './delivered';

let clock: FakeClock;
let received: Record<string, number>;
let delivered: Record<string, number>;
let told: string[];
let fault: Error | null;
let watched: (channelId: string) => boolean;
let reporter: DeliveredReporter;

beforeEach(() => {
  clock = new FakeClock();
  received = {};
  delivered = {};
  told = [];
  fault = null;
  watched = () => true;
  reporter = new DeliveredReporter({
    clock,
    most: 2,
    emit: (positions) => {
      told.push(positions.map(({ channelId, seq }) => `${channelId}:${seq}`).join(' '));
      return fault ? Promise.reject(fault) : Promise.resolve();
    },
    received: (channelId) => received[channelId],
    delivered: (channelId) => delivered[channelId] ?? 0,
    isWatched: (channelId) => watched(channelId),
    advance: (channelId, seq) => (delivered[channelId] = seq),
  });
});

describe('DeliveredReporter', () => {
  it('tells once for all that came within a quarter of a second', async () => {
    received = { a: 3, b: 7 };
    reporter.note('a');
    await clock.advance(100);
    received = { a: 5, b: 7 };
    reporter.note('a');
    reporter.note('b');
    await clock.advance(150);
    expect(told).toEqual(['a:5 b:7']);
    reporter.note('a');
    await clock.advance(1_000);
    expect(told).toHaveLength(1);
  });

  it('tells as much at once as the server takes', async () => {
    received = { a: 1, b: 2, c: 3 };
    for (const channelId of ['a', 'b', 'c']) reporter.note(channelId);
    await clock.advance(250);
    expect(told).toEqual(['a:1 b:2']);
    await clock.advance(250);
    expect(told).toEqual(['a:1 b:2', 'c:3']);
  });

  it('tells nothing where nobody is shown it', async () => {
    watched = () => false;
    received = { a: 1 };
    reporter.note('a');
    await clock.advance(1_000);
    expect(told).toEqual([]);
  });

  it('tells again after a break', async () => {
    fault = new DisconnectedError('gone');
    received = { a: 1 };
    reporter.note('a');
    await clock.advance(1_000);
    fault = null;
    reporter.resume(['a']);
    await clock.advance(1_000);
    expect(told).toEqual(['a:1', 'a:1']);
    expect(delivered).toEqual({ a: 1 });
  });

  it('tells again what nobody answered, and what the server refused once', async () => {
    fault = new TimeoutError('nobody answered');
    received = { a: 1 };
    reporter.note('a');
    await clock.advance(1_000);
    fault = new ApiError({ type: '', title: '', status: 404, code: 'NOT_FOUND', detail: '', requestId: '' });
    await clock.advance(60_000);
    expect([told, clock.waiting]).toEqual([['a:1', 'a:1'], 0]);
  });

  it('tells of a channel that is not held as long as nothing is missing', async () => {
    delivered = { a: 4 };
    reporter.hear('a', 5);
    reporter.hear('a', 6);
    await clock.advance(250);
    reporter.hear('a', 8);
    await clock.advance(250);
    expect(told).toEqual(['a:6']);
  });

  it('goes by what is held rather than by what was heard', async () => {
    received = { a: 4 };
    delivered = { a: 3 };
    reporter.hear('a', 5);
    await clock.advance(250);
    expect(told).toEqual(['a:4']);
  });
});
