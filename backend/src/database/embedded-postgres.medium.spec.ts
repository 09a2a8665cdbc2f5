import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { EmbeddedPostgres, type EmbeddedPostgresOptions } from './embedded-postgres.js';
import { freePort } from './embedded/free-port.js';
import { openCluster } from './embedded/initialize.js';
import { Postmaster } from './embedded/postmaster.js';
import { isRunning } from './embedded/processes.js';

const compiled = path.resolve(import.meta.dirname, '../../dist/database/embedded-postgres.js');

let fresh: string;
let folder: string;
let running: EmbeddedPostgres[];

beforeAll(() => {
  fresh = mkdtempSync(path.join(tmpdir(), 'hearth-postgres-'));
  openCluster(fresh, true);
});

afterAll(() => {
  rmSync(fresh, { recursive: true });
});

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'hearth-postgres-'));
  // Copying is ten times as quick as a first start.
  cpSync(fresh, folder, { recursive: true, preserveTimestamps: true });
  running = [];
});

afterEach(async () => {
  for (const postgres of running) await postgres.stop();
  rmSync(folder, { recursive: true });
});

async function start(options: EmbeddedPostgresOptions = {}): Promise<EmbeddedPostgres> {
  const postgres = await EmbeddedPostgres.start(folder, { fast: true, ...options });
  running.push(postgres);
  return postgres;
}

async function query<T extends pg.QueryResultRow>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

const postmasterPid = (): number => Number(readFileSync(path.join(folder, 'data', 'postmaster.pid'), 'utf8').split('\n')[0]);

async function eventually(holds: () => boolean): Promise<void> {
  for (const deadline = Date.now() + 10_000; !holds(); await sleep(20)) {
    if (Date.now() > deadline) throw new Error('it never came true');
  }
}

/** Another process that runs Postgres on the folder, as another Hearth would. */
async function startInAnotherProcess(): Promise<ChildProcess> {
  const code = `
    const { EmbeddedPostgres } = await import(${JSON.stringify(compiled)});
    await EmbeddedPostgres.start(${JSON.stringify(folder)}, { fast: true });
    console.log('ready');
    setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  return child;
}

describe('EmbeddedPostgres', () => {
  it('keeps its data from one start to the next', async () => {
    const first = await start();
    await query(await first.ensureDatabase('hearth'), 'CREATE TABLE kept AS SELECT 42 AS answer');
    await first.stop();
    const second = await start();
    expect(await query(await second.ensureDatabase('hearth'), 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  });

  it('has Unicode, the extensions that search needs, and durable settings', async () => {
    const postgres = await start({ fast: false });
    const settings = `SELECT name, setting FROM pg_settings WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit', 'server_encoding')`;
    expect(await query(postgres.url(), `${settings} ORDER BY name`)).toEqual([
      { name: 'fsync', setting: 'on' },
      { name: 'full_page_writes', setting: 'on' },
      { name: 'server_encoding', setting: 'UTF8' },
      { name: 'synchronous_commit', setting: 'on' },
    ]);
    expect(await query(postgres.url(), `SELECT lower('ÄЖ') AS lower`)).toEqual([{ lower: 'äж' }]);
    await query(postgres.url(), 'CREATE EXTENSION pg_trgm; CREATE EXTENSION unaccent');
  });

  it('lets nobody in without its password, which only this user can read', async () => {
    const postgres = await start();
    const url = new URL(postgres.url());
    url.password = 'guess';
    await expect(query(url.href, 'SELECT 1')).rejects.toThrow('password authentication failed');
    expect(statSync(path.join(folder, 'password')).mode & 0o777).toBe(0o600);
  });

  it('refuses a folder on which another one runs', async () => {
    await start();
    await expect(start()).rejects.toThrow(`Another Hearth is running on ${folder}: stop it first, or set DATA_DIR to another folder.`);
    const other = await running[0]?.ensureDatabase('unharmed');
    expect(other).toContain('/unharmed');
  });

  it('refuses data of another version of Postgres', async () => {
    await (await start()).stop();
    writeFileSync(path.join(folder, 'data', 'PG_VERSION'), '17\n');
    await expect(start()).rejects.toThrow(/was made by Postgres 17 and this Hearth brings Postgres 18: start the Hearth that made it/);
  });

  it('starts again by itself on the same port when Postgres is killed', async () => {
    const restarted = Promise.withResolvers<void>();
    const postgres = await start({ onRestart: restarted.resolve });
    await query(postgres.url(), 'CREATE TABLE kept AS SELECT 42 AS answer');
    process.kill(postmasterPid(), 'SIGKILL');
    await restarted.promise;
    expect(await query(postgres.url(), 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  });

  it('gives up with a reason when Postgres cannot stay up', async () => {
    const gone = Promise.withResolvers<Error>();
    await start({ onGone: gone.resolve });
    rmSync(path.join(folder, 'data', 'global'), { recursive: true });
    process.kill(postmasterPid(), 'SIGKILL');
    expect((await gone.promise).message).toMatch(/^Postgres could not start in/);
  });

  it('ends with its process, even a killed one, and the next start recovers', async () => {
    const other = await startInAnotherProcess();
    await expect(start()).rejects.toThrow(/^Another Hearth is running/);
    const pid = postmasterPid();
    other.kill('SIGKILL');
    await eventually(() => !isRunning(pid));
    await start();
  });

  it('ends an orphan of an earlier crash', async () => {
    const cluster = openCluster(folder, true);
    const orphan = new Postmaster(cluster, await freePort(), true);
    await eventually(() => existsSync(path.join(folder, 'data', 'postmaster.pid')));
    const postgres = await start();
    expect(orphan.hasExited).toBe(true);
    expect(await query(postgres.url(), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('is not held up by a pid file whose number belongs to another program by now', async () => {
    await (await start()).stop();
    const file = path.join(folder, 'data', 'postmaster.pid');
    const bystander = spawn('sleep', ['60']);
    writeFileSync(file, `${bystander.pid}\n${path.join(folder, 'data')}\n1700000000\n5432\n\n127.0.0.1\n  1000000 1\nready   \n`, {
      mode: 0o600,
    });
    await start();
    expect(bystander.exitCode).toBeNull();
    bystander.kill();
  });

  it('begins anew after a first start that was cut short', async () => {
    rmSync(path.join(folder, 'data'), { recursive: true });
    mkdirSync(path.join(folder, 'data.new', 'base'), { recursive: true });
    writeFileSync(path.join(folder, 'data.new', 'PG_VERSION'), '18\n');
    await start();
    expect(existsSync(path.join(folder, 'data.new'))).toBe(false);
  });
});
