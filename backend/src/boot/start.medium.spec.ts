import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startHearth } from '../../test/hearth-process.js';
import { createTestDatabase } from '../../test/template-database.js';
import { isRunning } from '../database/embedded/processes.js';

const main = path.resolve(import.meta.dirname, '../../dist/main.js');

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'hearth-start-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

interface Ended {
  code: number | null;
  output: string;
  complaint: string;
}

/** Starts the built server, which is expected to give up. */
async function startInVain(environment: Record<string, string>): Promise<Ended> {
  const env = { PATH: process.env.PATH, LOG_LEVEL: 'silent', DATA_DIR: folder, PORT: '0', ...environment };
  const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended: Ended = { code: null, output: '', complaint: '' };
  child.stdout.on('data', (text: Buffer) => (ended.output += text.toString()));
  child.stderr.on('data', (text: Buffer) => (ended.complaint += text.toString()));
  await once(child, 'close');
  return { ...ended, code: child.exitCode };
}

async function occupiedPort(): Promise<{ port: string; server: Server }> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return { port: String(address && typeof address === 'object' ? address.port : 0), server };
}

const postmasterPid = (): number => Number(readFileSync(path.join(folder, 'postgres/data/postmaster.pid'), 'utf8').split('\n')[0]);

async function eventually(holds: () => boolean): Promise<void> {
  for (const deadline = Date.now() + 10_000; !holds(); await sleep(20)) {
    if (Date.now() > deadline) throw new Error('it never came true');
  }
}

describe('a start that cannot succeed says in a sentence what to do', () => {
  const file = () => path.join(folder, 'file');

  it.each<[fault: string, environment: () => Record<string, string>, sentence: RegExp]>([
    [
      'wrong variables',
      () => ({ PORT: 'http', LOG_LEVEL: 'loud' }),
      /^PORT must be .*, not "http"\.\nLOG_LEVEL must be .*, not "loud"\.\n$/,
    ],
    ['an address that is not here', () => ({ HOST: '192.0.2.1' }), /^192\.0\.2\.1 is not an address of this machine: correct HOST\.\n$/],
    ['a file as data folder', () => ({ DATA_DIR: file() }), /file is not a folder: set DATA_DIR to one\.\n$/],
    [
      'a folder that cannot be made',
      () => ({ DATA_DIR: '/proc/hearth' }),
      /^\/proc\/hearth cannot be made: set DATA_DIR to another folder\.\n$/,
    ],
    [
      'a database that does not answer',
      () => ({ DATABASE_URL: 'postgresql://me:hunter2@127.0.0.1:1/hearth' }),
      /^The database of DATABASE_URL cannot be opened \(connect ECONNREFUSED 127\.0\.0\.1:1\): start it, or correct its host and port\.\n$/,
    ],
    [
      'a Redis that does not answer',
      () => ({ REDIS_URL: 'redis://:hunter2@127.0.0.1:1' }),
      /^The Redis of REDIS_URL does not answer \(connect ECONNREFUSED 127\.0\.0\.1:1\): start it, or correct its address\.\n$/,
    ],
  ])('%s', async (_fault, environment, sentence) => {
    writeFileSync(file(), '');
    const { code, output, complaint } = await startInVain(environment());
    expect(complaint).toMatch(sentence);
    expect(output).toBe('');
    expect(code).toBe(1);
  });

  it('a port in use', async () => {
    const { port, server } = await occupiedPort();
    const { code, complaint } = await startInVain({ PORT: port });
    server.close();
    expect(complaint).toBe(`Port ${port} is in use: stop the program that uses 127.0.0.1:${port}, or set PORT to another number.\n`);
    expect(code).toBe(1);
  });

  it('damaged secrets', async () => {
    writeFileSync(path.join(folder, 'secrets.json'), '{"jwtSecret":"hunter2');
    const { code, complaint } = await startInVain({});
    expect(complaint).toMatch(/^\S+secrets\.json is damaged: restore it from a backup, or copy it from another node\.\n$/);
    expect(code).toBe(1);
  });

  it('a database password or name that is wrong', async () => {
    const { url, drop } = await createTestDatabase();
    const wrong = new URL(url);
    wrong.password = 'hunter2';
    expect((await startInVain({ DATABASE_URL: wrong.href })).complaint).toMatch(/^The database .*: correct its user and password\.\n$/);
    wrong.href = url;
    wrong.pathname = '/nowhere';
    expect((await startInVain({ DATABASE_URL: wrong.href })).complaint).toMatch(
      /^The database .*: create that database, or correct its name\.\n$/,
    );
    await drop();
  });
});

describe('a start on a new folder', () => {
  it('makes secrets for this user only, keeps them, and shows the set-up link until it was used', async () => {
    const first = await startHearth({ DATA_DIR: folder, PORT: '0' });
    const secrets = readFileSync(path.join(folder, 'secrets.json'), 'utf8');
    expect(statSync(path.join(folder, 'secrets.json')).mode & 0o777).toBe(0o600);
    expect(secrets).toContain(first.setupToken ?? 'no token');
    expect(await first.stop()).toBe(0);
    const second = await startHearth({ DATA_DIR: folder, PORT: '0' });
    expect(readFileSync(path.join(folder, 'secrets.json'), 'utf8')).toBe(secrets);
    expect(second.setupToken).toBe(first.setupToken);
    await second.stop();
  });

  it('takes SETUP_TOKEN for the link, and ends Postgres before itself when it is asked to end', async () => {
    const hearth = await startHearth({ DATA_DIR: folder, PORT: '0', SETUP_TOKEN: 'open sesame' });
    expect(hearth.setupToken).toBe('open%20sesame');
    const postgres = postmasterPid();
    expect(await hearth.stop()).toBe(0);
    expect(isRunning(postgres)).toBe(false);
  });

  it('leaves no Postgres behind when it is killed, and the next start recovers', async () => {
    const hearth = await startHearth({ DATA_DIR: folder, PORT: '0' });
    const postgres = postmasterPid();
    await hearth.kill();
    await eventually(() => !isRunning(postgres));
    const next = await startHearth({ DATA_DIR: folder, PORT: '0' });
    await next.stop();
  });
});
