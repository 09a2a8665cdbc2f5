import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { errorCode } from '../../config/error-code.js';
import { postgresBinary } from './binaries.js';
import type { Cluster } from './initialize.js';
import { settingArguments } from './settings.js';

const LOG_KEPT = 8_000;
/** Nobody listens yet, or Postgres says that it is starting up or shutting down. */
const NOT_YET: ReadonlySet<string> = new Set(['ECONNREFUSED', 'ECONNRESET', '57P01', '57P02', '57P03']);

/** One run of the `postgres` program. */
export class Postmaster {
  private readonly child: ChildProcess;
  private said = '';
  readonly exited: Promise<void>;

  constructor(cluster: Cluster, port: number, fast: boolean) {
    const { prefix, keeper, uid, gid } = cluster.launcher;
    const [command = '', ...args] = [
      ...prefix,
      postgresBinary('postgres'),
      '-D',
      cluster.data,
      '-p',
      String(port),
      ...settingArguments(fast),
    ];
    // A process group of its own: Ctrl-C in the terminal must reach the app alone, which then stops Postgres after itself.
    this.child = spawn(command, args, {
      uid,
      gid,
      detached: true,
      stdio: [keeper ? 'pipe' : 'ignore', 'ignore', 'pipe'],
      env: { PATH: '/usr/local/bin:/usr/bin:/bin', LANG: 'C', PG_GRANDPARENT_PID: String(process.pid) },
    });
    this.child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.said = (this.said + text).slice(-LOG_KEPT);
    });
    this.exited = new Promise((resolve) => {
      this.child.once('close', () => resolve());
      this.child.once('error', (error) => {
        this.said += error.message;
        resolve();
      });
    });
  }

  get log(): string {
    return this.said;
  }

  get hasExited(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null || this.child.pid === undefined;
  }

  /** True once it takes connections, however long it has to recover first; false if it ended. */
  async isReady(url: string): Promise<boolean> {
    while (!this.hasExited) {
      if (await accepts(url)) return true;
      await sleep(15);
    }
    await this.exited;
    return false;
  }

  /** Asks it to end: `fast` ends sessions and writes a checkpoint, `immediate` leaves recovery to the next start. */
  end(mode: 'fast' | 'immediate'): void {
    if (this.child.stdin) this.child.stdin.destroy();
    else if (!this.hasExited) this.child.kill(mode === 'fast' ? 'SIGINT' : 'SIGQUIT');
  }
}

async function accepts(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  // Postgres may go away at any moment here; an error without a listener would end this process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch (error) {
    if (NOT_YET.has(errorCode(error) ?? '')) return false;
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}
