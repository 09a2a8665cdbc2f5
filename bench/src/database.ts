import path from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import type { Lifecycle } from './process/lifecycle.ts';

interface EmbeddedPostgres {
  ensureDatabase(name: string): Promise<string>;
  stop(): Promise<void>;
}

interface EmbeddedPostgresModule {
  EmbeddedPostgres: { start(folder: string): Promise<EmbeddedPostgres> };
}

const BUILT = path.resolve(import.meta.dirname, '../../backend/dist/database/embedded-postgres.js');

/** The Postgres that Hearth embeds, as durable as it runs it, for Hearth and its peers alike: a database for each. */
export class Database {
  readonly hearthUrl: string;
  readonly peerUrl: string;
  /** Into Hearth's own database, to fill it and to look at what was stored. */
  readonly hearth: pg.Pool;

  private constructor(hearthUrl: string, peerUrl: string) {
    this.hearthUrl = hearthUrl;
    this.peerUrl = peerUrl;
    this.hearth = new pg.Pool({ connectionString: hearthUrl, max: 4 });
    this.hearth.on('error', () => undefined);
  }

  static async start(folder: string, lifecycle: Lifecycle): Promise<Database> {
    const { EmbeddedPostgres } = (await import(pathToFileURL(BUILT).href)) as EmbeddedPostgresModule;
    const postgres = await EmbeddedPostgres.start(folder);
    lifecycle.defer(() => postgres.stop());
    const database = new Database(await postgres.ensureDatabase('hearth'), await postgres.ensureDatabase('peer'));
    lifecycle.defer(() => database.hearth.end());
    return database;
  }

  async version(): Promise<string> {
    const { rows } = await this.hearth.query<{ server_version: string }>('SHOW server_version');
    return rows[0]?.server_version ?? 'unknown';
  }
}
