import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import * as z from 'zod';
import { PinoLogger } from 'nestjs-pino';
import { RedisConnections } from '../cluster/redis-connections.js';
import { loadConfig } from '../config/load-config.js';
import { DatabaseUrl } from '../database/database-url.js';
import { startRedis } from '../../test/redis.js';
import { createTestDatabase } from '../../test/template-database.js';
import { defineJob, type Job, type JobHandler } from './job.js';
import { JobsService } from './jobs.service.js';

interface Backend {
  open(): JobsService;
  close(): Promise<void>;
}

const all = loadConfig({});
const logger = new PinoLogger({ pinoHttp: { level: 'silent' } });

async function onPostgres(): Promise<Backend> {
  const database = await createTestDatabase();
  return { open: () => new JobsService(null, new DatabaseUrl(database.url), all, logger), close: () => database.drop() };
}

async function onRedis(): Promise<Backend> {
  const redis = await startRedis();
  const connections = new RedisConnections(redis.url, () => undefined);
  await connections.untilReady(5_000);
  const close = async () => {
    connections.close();
    await redis.stop();
  };
  return { open: () => new JobsService(connections, new DatabaseUrl('postgres://nowhere.invalid/none'), all, logger), close };
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

describe.each([
  ['Postgres', onPostgres],
  ['Redis', onRedis],
])('work that is asked for once, on %s', (_, start) => {
  let backend: Backend;
  let nodes: JobsService[];
  beforeEach(async () => {
    backend = await start();
    nodes = [backend.open(), backend.open()];
  });
  afterEach(async () => {
    for (const jobs of nodes) await jobs.beforeApplicationShutdown();
    await backend.close();
  });

  /** Both nodes can do it; the first is asked. */
  async function begin<P>(job: Job<P>, handler: JobHandler<P>): Promise<JobsService> {
    for (const jobs of nodes) jobs.handle(job, handler);
    await Promise.all(nodes.map((jobs) => jobs.onApplicationBootstrap()));
    const [first] = nodes;
    if (!first) throw new Error('no node');
    return first;
  }

  it('is done part by part, in order, once for a key', async () => {
    const count = defineJob('count:down', z.object({ left: z.number() }));
    const seen: number[] = [];
    const jobs = await begin(count, {
      run: ({ left }) => {
        seen.push(left);
        return Promise.resolve(left > 1 ? { left: left - 1 } : undefined);
      },
    });
    await Promise.all([jobs.enqueue(count, '1', { left: 3 }), jobs.enqueue(count, '1', { left: 3 })]);
    await eventually(() => seen.length === 3);
    await jobs.enqueue(count, '2', { left: 1 });
    await eventually(() => seen.length === 4);
    expect(seen).toEqual([3, 2, 1, 1]);
  });

  it('is tried again after a fault, and not begun anew', async () => {
    const count = defineJob('stumble', z.object({ left: z.number() }));
    const seen: number[] = [];
    const jobs = await begin(count, {
      run: ({ left }) => {
        seen.push(left);
        if (seen.length === 2) return Promise.reject(new Error('the first time'));
        return Promise.resolve(left > 1 ? { left: left - 1 } : undefined);
      },
    });
    await jobs.enqueue(count, '1', { left: 2 });
    await eventually(() => seen.length === 3);
    expect(seen).toEqual([2, 1, 1]);
  });

  it('waits for none that waits for strangers', async () => {
    let release: () => void = () => undefined;
    const answer = new Promise<undefined>((resolve) => (release = () => resolve(undefined)));
    const slow = defineJob('slow', z.string(), { queue: 'outside' });
    const quick = defineJob('quick', z.string());
    let [begun, done] = [0, 0];
    const run = () => {
      begun += 1;
      return answer;
    };
    for (const jobs of nodes) jobs.handle(slow, { run });
    const jobs = await begin(quick, { run: () => Promise.resolve(void (done += 1)) });
    for (let index = 0; index < 20; index += 1) await jobs.enqueue(slow, index.toString(), 'wait');
    await eventually(() => begun >= 8);
    await jobs.enqueue(quick, '1', 'go');
    await eventually(() => done === 1);
    release();
    await eventually(() => begun === 20);
  });

  it('tells when nobody tries any more', async () => {
    const vain = defineJob('vain', z.string(), { attempts: 2 });
    let attempts = 0;
    const given: string[] = [];
    const jobs = await begin(vain, {
      run: () => {
        attempts += 1;
        return Promise.reject(new Error('every time'));
      },
      failed: (payload) => Promise.resolve(void given.push(payload)),
    });
    await jobs.enqueue(vain, '1', 'this one');
    await eventually(() => given.length === 1);
    expect(given).toEqual(['this one']);
    expect(attempts).toBe(2);
  });
});

it('are added by a node that serves people, and done by one that works', async () => {
  const redis = await startRedis();
  const connections = new RedisConnections(redis.url, () => undefined);
  await connections.untilReady(5_000);
  const database = new DatabaseUrl('postgres://nowhere.invalid/none');
  const shared = { DATABASE_URL: 'postgres://nowhere.invalid/none', REDIS_URL: redis.url };
  const open = (role: string) => new JobsService(connections, database, loadConfig({ ...shared, HEARTH_ROLE: role }), logger);
  const [web, worker] = [open('web'), open('worker')];
  const greet = defineJob('greet', z.string());
  const done: string[] = [];
  web.handle(greet, { run: (name) => Promise.resolve(void done.push(`web ${name}`)) });
  worker.handle(greet, { run: (name) => Promise.resolve(void done.push(`worker ${name}`)) });
  await web.onApplicationBootstrap();
  await web.enqueue(greet, '1', 'Ada');
  expect((await web.overview(1)).map(({ waiting }) => waiting)).toEqual([1]);
  await worker.onApplicationBootstrap();
  await web.enqueue(greet, '2', 'Grace');
  await eventually(() => done.length === 2);
  expect(done.toSorted()).toEqual(['worker Ada', 'worker Grace']);
  for (const jobs of [web, worker]) await jobs.beforeApplicationShutdown();
  connections.close();
  await redis.stop();
});

describe('jobs on Postgres', () => {
  it('leave the next runs as another node has just put them', async () => {
    const database = await createTestDatabase();
    const open = () => new JobsService(null, new DatabaseUrl(database.url), all, logger);
    const [first, second] = [open(), open()];
    let release = (): void => undefined;
    let runs = 0;
    const run = () => {
      runs += 1;
      return new Promise<void>((resolve) => (release = resolve));
    };
    for (const jobs of [first, second]) jobs.define({ name: 'tick', every: 60_000, run });
    await first.onApplicationBootstrap();
    await eventually(() => runs === 1);
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    // As it looks to whoever read the schedule just before: the run that goes on now is the last that it knows of, and two stand behind it.
    await client.query(`INSERT INTO bullmq.job SELECT (jsonb_populate_record(j, jsonb_build_object('id', 'repeat:tick:' || s.next_run_ms + 60000))).*
      FROM bullmq.job j JOIN bullmq.scheduler s ON j.id = 'repeat:tick:' || s.next_run_ms`);
    await client.query('UPDATE bullmq.scheduler SET next_run_ms = next_run_ms - 60000');
    await client.end();
    await expect(second.onApplicationBootstrap()).resolves.toBeUndefined();
    release();
    for (const jobs of [first, second]) await jobs.beforeApplicationShutdown();
    await database.drop();
  });
});

describe('jobs that lose Redis', () => {
  it('refuse what is asked of them, at once', async () => {
    const redis = await startRedis();
    const connections = new RedisConnections(redis.url, () => undefined);
    await connections.untilReady(5_000);
    const jobs = new JobsService(connections, new DatabaseUrl('postgres://nowhere.invalid/none'), all, logger);
    await jobs.onApplicationBootstrap();
    await redis.stop();
    await eventually(() => connections.commands.status !== 'ready');
    await expect(jobs.enqueue(defineJob('late', z.string()), '1', 'x')).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    await jobs.beforeApplicationShutdown();
    connections.close();
  });

  it('end without waiting for it', async () => {
    const redis = await startRedis();
    const connections = new RedisConnections(redis.url, () => undefined);
    const jobs = new JobsService(connections, new DatabaseUrl('postgres://nowhere.invalid/none'), all, logger);
    jobs.define({ name: 'tick', every: 60_000, run: async () => undefined });
    await jobs.onApplicationBootstrap();
    await redis.stop();
    await eventually(() => connections.commands.status !== 'ready');
    const outcome = await Promise.race([jobs.beforeApplicationShutdown().then(() => 'ended'), sleep(20_000, 'still waits')]);
    connections.close();
    expect(outcome).toBe('ended');
  }, 30_000);

  it('end although a connection to it is about to be made again', async () => {
    const redis = await startRedis();
    const connections = new RedisConnections(redis.url, () => undefined);
    await connections.untilReady(5_000);
    const jobs = new JobsService(connections, new DatabaseUrl('postgres://nowhere.invalid/none'), all, logger);
    jobs.define({ name: 'tick', every: 60_000, run: async () => undefined });
    await jobs.onApplicationBootstrap();
    await connections.commands.call('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes');
    await sleep(10);
    const outcome = await Promise.race([jobs.beforeApplicationShutdown().then(() => 'ended'), sleep(20_000, 'still waits')]);
    connections.close();
    await redis.stop();
    expect(outcome).toBe('ended');
  }, 30_000);
});
