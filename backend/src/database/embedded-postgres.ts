import { mkdirSync, realpathSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { StartupError } from '../config/startup-error.js';
import { explainFailure } from './embedded/failure.js';
import { lockFolder, type FolderLock } from './embedded/folder-lock.js';
import { freePort } from './embedded/free-port.js';
import { openCluster, SUPERUSER, type Cluster } from './embedded/initialize.js';
import { clearLeftovers } from './embedded/leftovers.js';
import { Postmaster } from './embedded/postmaster.js';

const STOP_PATIENCE_MS = 30_000;
/** After `kill -9` of the postmaster its sessions may take a moment to notice. */
const OLD_SESSIONS_PATIENCE_MS = 30_000;
const RESTARTS_A_MINUTE = 3;

export interface EmbeddedPostgresOptions {
  /** For tests: quicker, but data survives no power cut. */
  fast?: boolean;
  /** Called after Postgres ended by itself and is up again on the same port. */
  onRestart?: () => void;
  /** Called when Postgres ended by itself and cannot be started again. */
  onGone?: (reason: StartupError) => void;
}

/** A Postgres of our own, from the npm package, on a loopback port. Ends with this process, however that ends. */
export class EmbeddedPostgres {
  private stopping: Promise<void> | undefined;
  private readonly restarts: number[] = [];
  private readonly endWithProcess = () => this.postmaster.end('fast');

  private constructor(
    private readonly folder: string,
    private readonly cluster: Cluster,
    private readonly lock: FolderLock,
    private readonly options: EmbeddedPostgresOptions,
    private port: number,
    private postmaster: Postmaster,
  ) {
    process.once('exit', this.endWithProcess);
  }

  /**
   * Starts Postgres on the files in `folder`, which it makes if they are missing. Recovers by itself from whatever ended the
   * last run. Throws a StartupError for what a person has to mend.
   */
  static async start(folder: string, options: EmbeddedPostgresOptions = {}): Promise<EmbeddedPostgres> {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const real = realpathSync(folder);
    const lock = await lockFolder(real);
    let server: EmbeddedPostgres | undefined;
    try {
      const cluster = openCluster(real, options.fast ?? false);
      await clearLeftovers(cluster.data);
      const port = await freePort();
      server = new EmbeddedPostgres(real, cluster, lock, options, port, new Postmaster(cluster, port, options.fast ?? false));
      await server.untilReady({ mayMove: true });
      server.watch();
      return server;
    } catch (error) {
      await (server ? server.stop() : lock.release());
      throw error;
    }
  }

  url(database = 'postgres'): string {
    return `postgresql://${SUPERUSER}:${this.cluster.password}@127.0.0.1:${this.port}/${database}`;
  }

  /** The url of a database, which is made if it is missing. */
  async ensureDatabase(name: string): Promise<string> {
    const client = new pg.Client({ connectionString: this.url() });
    await client.connect();
    try {
      const found = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
      if (!found.rowCount) await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`);
    } finally {
      await client.end();
    }
    return this.url(name);
  }

  stop(): Promise<void> {
    this.stopping ??= this.end();
    return this.stopping;
  }

  private async end(): Promise<void> {
    process.removeListener('exit', this.endWithProcess);
    this.postmaster.end('fast');
    const timer = setTimeout(() => this.postmaster.end('immediate'), STOP_PATIENCE_MS);
    await this.postmaster.exited;
    clearTimeout(timer);
    this.lock.release();
  }

  /** Tries again as long as what is in the way goes away by itself. */
  private async untilReady({ mayMove }: { mayMove: boolean }): Promise<void> {
    const deadline = Date.now() + OLD_SESSIONS_PATIENCE_MS;
    while (!(await this.postmaster.isReady(this.url()))) {
      const { log } = this.postmaster;
      const portIsTaken = log.includes('could not create any TCP/IP sockets');
      const isInTheWay = portIsTaken || log.includes('pre-existing shared memory block') || log.includes('lock file "postmaster.pid"');
      if (this.stopping || !isInTheWay || Date.now() > deadline) throw explainFailure(this.folder, log);
      await sleep(200);
      if (portIsTaken && mayMove) this.port = await freePort();
      this.postmaster = new Postmaster(this.cluster, this.port, this.options.fast ?? false);
    }
  }

  /** Starts Postgres again when it ends unasked, on the same port, so that connection pools find it again. */
  private watch(): void {
    void this.postmaster.exited.then(async () => {
      if (this.stopping) return;
      const failure = explainFailure(this.folder, this.postmaster.log);
      try {
        if (this.restartsTooOften()) throw failure;
        this.postmaster = new Postmaster(this.cluster, this.port, this.options.fast ?? false);
        await this.untilReady({ mayMove: false });
        this.watch();
        this.options.onRestart?.();
      } catch {
        if (!this.stopping) this.options.onGone?.(failure);
      }
    });
  }

  private restartsTooOften(): boolean {
    const now = Date.now();
    this.restarts.push(now);
    return this.restarts.filter((time) => now - time < 60_000).length > RESTARTS_A_MINUTE;
  }
}
