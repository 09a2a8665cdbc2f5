import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startRedis, type TestRedis } from './redis.js';
import { LocalPresenceStore } from '../src/presence/local-presence-store.js';
import type { PresenceStore } from '../src/presence/presence-store.js';
import { RedisPresenceStore } from '../src/presence/redis-presence-store.js';
import type { Bus, BusEvents } from '../src/cluster/bus.js';
import { LocalBus } from '../src/cluster/local-bus.js';
import { LocalRateLimiter } from '../src/cluster/local-rate-limiter.js';
import type { RateLimiter } from '../src/cluster/rate-limiter.js';
import { RedisBus } from '../src/cluster/redis-bus.js';
import { RedisConnections } from '../src/cluster/redis-connections.js';
import { RedisRateLimiter } from '../src/cluster/redis-rate-limiter.js';

/** Each driver of what nodes share passes the same tests; those of Redis run over two nodes on a real one. */
let redis: TestRedis;
const nodes: RedisConnections[] = [];
const stops: (() => Promise<void>)[] = [];
const unexpected = (fault: unknown) => {
  throw fault;
};

beforeAll(async () => {
  redis = await startRedis();
  for (let index = 0; index < 2; index += 1) nodes.push(new RedisConnections(redis.url, () => undefined));
  await eventually(() => nodes.every((node) => node.commands.status === 'ready'));
});

afterAll(async () => {
  for (const node of nodes) node.close();
  await redis.stop();
});

async function eventually(holds: () => boolean | Promise<boolean>): Promise<void> {
  const until = Date.now() + 10_000;
  while (!(await holds())) {
    if (Date.now() > until) throw new Error('it never came true');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const node = (index: number): RedisConnections => {
  const found = nodes[index];
  if (!found) throw new Error('no such node');
  return found;
};

describe.each<[string, () => [RateLimiter, RateLimiter]]>([
  [
    'in the process',
    () => {
      const limiter = new LocalRateLimiter();
      return [limiter, limiter];
    },
  ],
  ['on Redis', () => [new RedisRateLimiter(node(0).commands), new RedisRateLimiter(node(1).commands)]],
])('rate limiter %s', (_, open) => {
  const slow = { burst: 5, perSecond: 0.01 };
  const fast = { burst: 2, perSecond: 20 };
  const key = () => `test:${Math.random()}`;

  it('lets a burst pass, counted over all nodes, then says how long to wait', async () => {
    const [one, other] = open();
    const name = key();
    const waits: number[] = [];
    for (let index = 0; index < 6; index += 1) waits.push(await (index % 2 ? one : other).take(name, slow));
    expect(waits.slice(0, 5)).toEqual([0, 0, 0, 0, 0]);
    expect(waits[5]).toBeGreaterThan(90);
    expect(waits[5]).toBeLessThanOrEqual(100);
  });

  it('lets exactly the burst pass when all come at once', async () => {
    const [one, other] = open();
    const name = key();
    const waits = await Promise.all(Array.from({ length: 40 }, (_unused, index) => (index % 2 ? one : other).take(name, slow)));
    expect(waits.filter((wait) => wait === 0)).toHaveLength(5);
  });

  it('refills over time', async () => {
    const [one] = open();
    const name = key();
    await one.take(name, fast);
    await one.take(name, fast);
    await eventually(async () => (await one.take(name, fast)) === 0);
  });

  it('gives back what did not count', async () => {
    const [one, other] = open();
    const name = key();
    for (let index = 0; index < 5; index += 1) await one.take(name, slow);
    await other.refund(name, slow);
    expect(await one.take(name, slow)).toBe(0);
    expect(await one.take(name, slow)).toBeGreaterThan(0);
  });

  it('counts each key by itself', async () => {
    const [one] = open();
    const name = key();
    for (let index = 0; index < 6; index += 1) await one.take(name, slow);
    expect(await one.take(key(), slow)).toBe(0);
  });
});

describe.each<[string, () => Promise<[Bus, Bus]>]>([
  [
    'in the process',
    async () => {
      const bus = new LocalBus();
      return [bus, bus];
    },
  ],
  [
    'on Redis',
    async () => {
      const buses = [0, 1].map((index) => new RedisBus(node(index).publisher, node(index).subscriber, unexpected)) as [RedisBus, RedisBus];
      for (const bus of buses) await bus.start();
      return buses;
    },
  ],
])('bus %s', (_, open) => {
  it('brings news to every node, once, and to the own before it resolves', async () => {
    const [one, other] = await open();
    const heard: [string, BusEvents['access:changed']][] = [];
    one.subscribe('access:changed', (news) => void heard.push(['one', news]));
    if (other !== one) other.subscribe('access:changed', (news) => void heard.push(['other', news]));
    await one.publish('access:changed', { serverId: '1' });
    expect(heard[0]).toEqual(['one', { serverId: '1' }]);
    const expected = other === one ? 1 : 2;
    await eventually(() => heard.length === expected);
    await one.publish('sessions:ended', { sessionIds: ['9'] });
    await one.publish('access:changed', { serverId: '2' });
    await eventually(() => heard.length === expected * 2);
    expect(heard.map(([, { serverId }]) => serverId).toSorted()).toEqual(
      ['1', '2'].flatMap((id) => Array.from({ length: expected }, () => id)),
    );
  });
});

describe.each<[string, () => Promise<[PresenceStore, PresenceStore]>]>([
  [
    'in the process',
    async () => {
      const store = new LocalPresenceStore();
      return [store, store];
    },
  ],
  [
    'on Redis',
    async () => {
      const stores = [0, 1].map((index) => new RedisPresenceStore(node(index).commands, unexpected)) as [
        RedisPresenceStore,
        RedisPresenceStore,
      ];
      for (const store of stores) {
        await store.start();
        stops.push(() => store.stop());
      }
      return stores;
    },
  ],
])('presence store %s', (_, open) => {
  it('tells every node who is connected', async () => {
    const [one, other] = await open();
    await one.set('1', 'active');
    await other.set('2', 'idle');
    expect(await other.get(['1', '2', '3'])).toEqual(
      new Map([
        ['1', 'active'],
        ['2', 'idle'],
      ]),
    );
    await one.set('1', null);
    expect(await other.get(['1', '2'])).toEqual(new Map([['2', 'idle']]));
    expect(await one.get([])).toEqual(new Map());
    for (const stop of stops.splice(0)) await stop();
  });
});

describe('presence store on Redis', () => {
  const times = { heartbeat: 50, dead: 400 };

  it('adds up the devices of a user on several nodes', async () => {
    const [one, other] = [0, 1].map((index) => new RedisPresenceStore(node(index).commands, unexpected)) as [
      RedisPresenceStore,
      RedisPresenceStore,
    ];
    for (const store of [one, other]) await store.start();
    await one.set('7', 'idle');
    await other.set('7', 'active');
    expect((await one.get(['7'])).get('7')).toBe('active');
    await other.set('7', null);
    expect((await other.get(['7'])).get('7')).toBe('idle');
    for (const store of [one, other]) await store.stop();
  });

  it('gives the users of a node that died to one of the others', async () => {
    const dying = new RedisPresenceStore(node(0).commands, () => undefined, { ...times, heartbeat: 600_000 });
    const lost: string[][] = [];
    const survivors = [0, 1].map((index) => new RedisPresenceStore(node(index).commands, unexpected, times));
    for (const survivor of survivors) survivor.onLost((userIds) => void lost.push(userIds));
    await dying.start();
    await dying.set('8', 'active');
    for (const survivor of survivors) await survivor.start();
    await eventually(() => lost.length > 0);
    expect(lost).toEqual([['8']]); // Of the two survivors one speaks.
    expect((await survivors[0]?.get(['8']))?.size).toBe(0);
    for (const store of [dying, ...survivors]) await store.stop();
  });

  it('writes again what it knows when Redis has lost it', async () => {
    const [one, other] = [0, 1].map((index) => new RedisPresenceStore(node(index).commands, unexpected, times)) as [
      RedisPresenceStore,
      RedisPresenceStore,
    ];
    for (const store of [one, other]) await store.start();
    await one.set('9', 'active');
    await node(0).commands.flushall();
    await eventually(async () => (await other.get(['9'])).get('9') === 'active');
    for (const store of [one, other]) await store.stop();
  });
});
