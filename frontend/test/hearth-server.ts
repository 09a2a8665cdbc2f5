import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const BACKEND = path.resolve(import.meta.dirname, '../../backend');
const CONTROL = pathToFileURL(path.join(import.meta.dirname, 'server-control.mjs')).href;
const PATIENCE = 60_000;

/** The built server, run as people run it, with a database of its own. */
export class HearthServer {
  private constructor(
    readonly url: string,
    private readonly folder: string,
    private readonly child: ChildProcess,
  ) {}

  static async start(): Promise<HearthServer> {
    const folder = await mkdtemp(path.join(tmpdir(), 'hearth-equivalence-'));
    const child = spawn(process.execPath, ['--import', CONTROL, 'dist/main.js'], {
      cwd: BACKEND,
      env: { PATH: process.env['PATH'], DATA_DIR: folder, PORT: '0', REGISTRATION: 'open', RATE_LIMIT_SCALE: '0', LOG_LEVEL: 'warn' },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    try {
      return new HearthServer(await readUrl(child), folder, child);
    } catch (error) {
      await rm(folder, { recursive: true, force: true });
      throw error;
    }
  }

  /** What the server does about once a minute, it does now. */
  passMinute(): void {
    this.child.stdin?.write('a minute\n');
  }

  async stop(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) {
      const exited = once(this.child, 'exit');
      this.child.kill('SIGINT');
      await exited;
    }
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** From the block that tells people where Hearth is. */
function readUrl(child: ChildProcess): Promise<string> {
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
      resolve(/Open +(\S+)/.exec(output)?.[1] ?? '');
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', () => fail('Hearth ended'));
  });
}
