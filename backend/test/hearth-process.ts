import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

const MAIN = path.resolve(import.meta.dirname, '../dist/main.js');
const PATIENCE = 60_000;

export interface HearthProcess {
  url: string;
  setupToken: string | undefined;
  /** As a power cut would: no handler runs. */
  kill(): Promise<void>;
  /** As Ctrl-C. Resolves with the exit code. */
  stop(): Promise<number | null>;
}

/** Starts the built server as people do, and waits for the block that says where it is. */
export async function startHearth(environment: Record<string, string>): Promise<HearthProcess> {
  const child = spawn(process.execPath, [MAIN], {
    env: { PATH: process.env['PATH'], FFMPEG_PATH: process.env['HEARTH_FFMPEG'] ?? 'ffmpeg', LOG_LEVEL: 'warn', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = await readUntilReady(child);
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) {
      const exited = once(child, 'exit');
      child.kill(signal);
      await exited;
    }
    return child.exitCode;
  };
  return {
    url: /Open +(\S+)/.exec(output)?.[1] ?? '',
    setupToken: /token=(\S+)/.exec(output)?.[1],
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGINT'),
  };
}

function readUntilReady(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const fail = (why: string) => {
      clearTimeout(timer);
      child.kill('SIGKILL');
      reject(new Error(`${why}:\n${output}`));
    };
    const timer = setTimeout(() => fail('Hearth did not get ready'), PATIENCE);
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      if (!/Stop +Ctrl-C/.test(output)) return;
      clearTimeout(timer);
      resolve(output);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', () => fail('Hearth ended'));
  });
}
