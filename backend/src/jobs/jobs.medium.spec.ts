import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { PinoLogger } from 'nestjs-pino';
import { RedisConnections } from '../cluster/redis-connections.js';
import { DatabaseUrl } from '../database/database-url.js';
import { startRedis } from '../../test/redis.js';
import { createTestDatabase } from '../../test/template-database.js';
import { JobsService } from './jobs.service.js';

interface Backend {
  open(): JobsService;
  close(): Promise<void>;
}

const logger = new PinoLogger({ pinoHttp: { level: 'silent' } });

async function onPostgres(): Promise<Backend> {
  const database = await createTestDatabase();
  return { open: () => new JobsService(null, new DatabaseUrl(database.url), logger), close: () => database.drop() };
}

async function onRedis(): Promise<Backend> {
  const redis = await startRedis();
  const connections = new RedisConnections(redis.url, () => undefined);
  const close = async () => {
    connections.close();
    await redis.stop();
  };
  return { open: () => new JobsService(connections, new DatabaseUrl('postgres://nowhere.invalid/none'), logger), close };
}

async function eventually(holds: () => boolean): Promise<void> {
  const until = Date.now() + 20_000;
  while (!holds()) {
    if (Date.now() > until) throw new Error('it never came true');
    await sleep(20);
  }
}

describe.each([
  ['Postgres', onPostgres],
  ['Redis', onRedis],
])('jobs on %s', (_, start) => {
  it('run again and again, each time on one node of all', async () => {
    const backend = await start();
    const runs: { at: number; node: number }[] = [];
    const nodes = [1, 2].map((node) => {
      const jobs = backend.open();
      jobs.define({ name: 'tick', every: 500, run: async () => void runs.push({ at: Date.now(), node }) });
      return jobs;
    });
    await Promise.all(nodes.map((jobs) => jobs.onApplicationBootstrap()));
    await eventually(() => runs.length >= 4);
    const [first, last] = [runs[0], runs.at(-1)];
    expect((last?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThan(((runs.length - 1) * 500) / 2);
    for (const jobs of nodes) await jobs.beforeApplicationShutdown();
    await backend.close();
  });

  it('go on after one that failed, and after a name that nobody knows', async () => {
    const backend = await start();
    const old = backend.open();
    old.define({ name: 'forgotten', every: 300, run: () => Promise.resolve() });
    await old.onApplicationBootstrap();
    await old.beforeApplicationShutdown();
    const jobs = backend.open();
    let runs = 0;
    jobs.define({
      name: 'sometimes',
      every: 300,
      run: () => {
        runs += 1;
        return runs === 1 ? Promise.reject(new Error('the first time')) : Promise.resolve();
      },
    });
    await jobs.onApplicationBootstrap();
    await eventually(() => runs >= 3);
    await jobs.beforeApplicationShutdown();
    await backend.close();
  });
});

describe('jobs that lose Redis', () => {
  it('end without waiting for it', async () => {
    const redis = await startRedis();
    const connections = new RedisConnections(redis.url, () => undefined);
    const jobs = new JobsService(connections, new DatabaseUrl('postgres://nowhere.invalid/none'), logger);
    jobs.define({ name: 'tick', every: 60_000, run: async () => undefined });
    await jobs.onApplicationBootstrap();
    await redis.stop();
    await eventually(() => connections.commands.status !== 'ready');
    const outcome = await Promise.race([jobs.beforeApplicationShutdown().then(() => 'ended'), sleep(5_000, 'still waits')]);
    connections.close();
    expect(outcome).toBe('ended');
  }, 20_000);
});
