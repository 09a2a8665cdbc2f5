import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freshDatabase } from './databases';

const MAIN = path.resolve(import.meta.dirname, '../backend/dist/main.js');
/** What Node makes of the sources is the same at each start. */
const NODE_COMPILE_CACHE = path.resolve(import.meta.dirname, '../.cache/compiled');
const PATIENCE = 60_000;

export interface Hearth {
  url: string;
  setupLink: string;
  port: number;
  /** Ends the server as a power cut would, and starts it again on the same port. */
  crash(): Promise<void>;
  stop(): Promise<void>;
}

/** The built server on a folder and a database of its own. */
export async function startHearth(environment: Record<string, string> = {}): Promise<Hearth> {
  return start({ ...environment, DATABASE_URL: environment['DATABASE_URL'] ?? (await freshDatabase()) });
}

/** With the Postgres that it starts itself, as people have it who set nothing: `crash` ends that as well. */
export const startWholeHearth = (): Promise<Hearth> => start({});

async function start(environment: Record<string, string>): Promise<Hearth> {
  const folder = await mkdtemp(path.join(tmpdir(), 'hearth-e2e-'));
  const settings = { DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'warn', ...environment };
  let server = await run(settings);
  const url = /Open +(\S+)/.exec(server.output)?.[1] ?? '';
  const port = Number(new URL(url).port);
  return {
    url,
    setupLink: /Set up +(\S+)/.exec(server.output)?.[1] ?? '',
    port,
    crash: async () => {
      await end(server.child, 'SIGKILL');
      server = await run({ ...settings, PORT: String(port) });
    },
    stop: async () => {
      await end(server.child, 'SIGINT');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function run(environment: Record<string, string>): Promise<{ child: ChildProcess; output: string }> {
  const child = spawn(process.execPath, [MAIN], {
    env: { PATH: process.env['PATH'], FFMPEG_PATH: process.env['HEARTH_FFMPEG'] ?? 'ffmpeg', NODE_COMPILE_CACHE, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return new Promise((resolve, reject) => {
    let output = '';
    const fail = (why: string) => {
      child.kill('SIGKILL');
      reject(new Error(`${why}:\n${output}`));
    };
    const timer = setTimeout(() => fail('Hearth did not get ready'), PATIENCE);
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      if (!/Stop +Ctrl-C/.test(output)) return;
      clearTimeout(timer);
      resolve({ child, output });
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', () => fail('Hearth ended'));
  });
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill(signal);
  await exited;
}
