import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { startRedis, type TestRedis } from '../../../test/redis.js';
import { RedisConnections } from '../../cluster/redis-connections.js';
import { LocalWindowCounter } from './local-window-counter.js';
import { RedisWindowCounter } from './redis-window-counter.js';
import { KEPT, type WindowCounter } from './window-counter.js';

let redis: TestRedis;
let first: RedisConnections;
let second: RedisConnections;

type Pair = [WindowCounter, WindowCounter];

beforeAll(async () => {
  redis = await startRedis();
  first = new RedisConnections(redis.url, () => undefined);
  second = new RedisConnections(redis.url, () => undefined);
  await Promise.all([first.untilReady(10_000), second.untilReady(10_000)]);
});

afterAll(async () => {
  first.close();
  second.close();
  await redis.stop();
});

const onLocal = (): Pair => {
  const counter = new LocalWindowCounter();
  return [counter, counter];
};
const onRedis = (): Pair => [new RedisWindowCounter(first.commands), new RedisWindowCounter(second.commands)];

describe.each([
  ['in the process', onLocal],
  ['on Redis', onRedis],
])('a window counter %s', (_, open) => {
  it('counts over all nodes, once for each mark, each key by itself', async () => {
    const [one, other] = open();
    const [key, another] = [randomUUID(), randomUUID()];
    expect(await one.count(key, 'a', 60)).toBe(1);
    expect(await other.count(key, 'b', 60)).toBe(2);
    expect(await one.count(key, 'b', 60)).toBe(2);
    expect(await other.count(another, 'a', 60)).toBe(1);
  });

  it('counts what comes at once', async () => {
    const [one, other] = open();
    const key = randomUUID();
    const counts = await Promise.all(Array.from({ length: 20 }, (_unused, index) => (index % 2 ? one : other).count(key, `${index}`, 60)));
    expect(Math.max(...counts)).toBe(20);
  });

  it('forgets what is longer ago than the window', async () => {
    const [counter] = open();
    const key = randomUUID();
    await counter.count(key, 'a', 1);
    await sleep(1_100);
    expect(await counter.count(key, 'b', 1)).toBe(1);
  });

  it('keeps so many and no more', async () => {
    const [counter] = open();
    const key = randomUUID();
    for (let index = 0; index < KEPT + 5; index += 1) await counter.count(key, `${index}`, 60);
    expect(await counter.count(key, 'last', 60)).toBe(KEPT);
  });
});

describe('a window counter', () => {
  it('in the process lets go of keys that have become empty', async () => {
    let now = 0;
    const counter = new LocalWindowCounter(() => now);
    for (let index = 0; index < 2_000; index += 1) {
      now += 1_000;
      await counter.count(`${index}`, 'a', 10);
    }
    expect(Reflect.get(counter, 'windows')).toHaveProperty('size', 10);
  });

  it('on Redis goes on by itself while that is away', async () => {
    const away = new RedisConnections('redis://127.0.0.1:1', () => undefined);
    const counter = new RedisWindowCounter(away.commands);
    const key = randomUUID();
    expect(await counter.count(key, 'a', 60)).toBe(1);
    expect(await counter.count(key, 'b', 60)).toBe(2);
    away.close();
  });
});
