import { randomUUID } from 'node:crypto';
import type { DiagnoseMigrationHistoryOutput, SchemaEngine } from '@prisma/schema-engine-wasm';
import pg from 'pg';
import { MigrationFiles } from './migrations/migration-files.js';
import { openSchemaEngine } from './migrations/schema-engine.js';

const UNDESCRIBED = /\/\/ Index in a migration alone: (\w+)/g;

const FILTERS = { externalTables: [], externalEnums: [] };

/** Applies and writes Prisma migrations, with Prisma's own bookkeeping in `_prisma_migrations`. */
export class Migrator {
  private constructor(
    private readonly url: string,
    private readonly files: MigrationFiles,
    private readonly schema: [path: string, content: string][],
    private readonly pool: pg.Pool,
    private readonly engine: SchemaEngine,
  ) {}

  static async open(url: string, files: MigrationFiles): Promise<Migrator> {
    const schema = await files.schema();
    const pool = new pg.Pool({ connectionString: url, max: 2 });
    // An idle connection that breaks is replaced at the next query; without a listener it would end the process.
    pool.on('error', () => undefined);
    return new Migrator(url, files, schema, pool, await openSchemaEngine(pool, schema));
  }

  /** Applies the migrations that the database lacks, and returns their names. */
  async deploy(): Promise<string[]> {
    const { appliedMigrationNames } = await this.engine.applyMigrations({ migrationsList: await this.files.list(), filters: FILTERS });
    return appliedMigrationNames;
  }

  async status(): Promise<DiagnoseMigrationHistoryOutput> {
    const migrationsList = await this.files.list();
    return this.engine.diagnoseMigrationHistory({ migrationsList, filters: FILTERS, optInToShadowDatabase: false });
  }

  /** The SQL that leads from what the migrations make to what `schema.prisma` describes; undefined if they agree. */
  async drift(): Promise<string | undefined> {
    const database = `shadow_${randomUUID().replaceAll('-', '')}`;
    await this.pool.query(`CREATE DATABASE ${database}`);
    try {
      return await this.driftIn(database);
    } finally {
      await this.pool.query(`DROP DATABASE ${database} WITH (FORCE)`);
    }
  }

  /** Writes a migration that ends the drift, and returns its full name; undefined if there is no drift. */
  async create(name: string): Promise<string | undefined> {
    const sql = await this.drift();
    return sql === undefined ? undefined : this.files.add(name, sql);
  }

  async close(): Promise<void> {
    this.engine.free();
    await this.pool.end();
  }

  private async driftIn(database: string): Promise<string | undefined> {
    const url = new URL(this.url);
    url.pathname = `/${database}`;
    const shadow = await Migrator.open(url.href, this.files);
    try {
      await shadow.deploy();
      await shadow.pool.query('DROP TABLE IF EXISTS _prisma_migrations');
      for (const index of this.undescribed()) await shadow.pool.query(`DROP INDEX ${index}`);
      return await shadow.diffToSchema();
    } finally {
      await shadow.close();
    }
  }

  /** Indexes that a migration makes and Prisma has no words for: a comment in the schema names each, or they would seem to be too many. */
  private undescribed(): string[] {
    return this.schema.flatMap(([, content]) => [...content.matchAll(UNDESCRIBED)].map(([, index]) => index ?? ''));
  }

  private async diffToSchema(): Promise<string | undefined> {
    const files = this.schema.map(([path, content]) => ({ path, content }));
    const { exitCode, stdout } = await this.engine.diff({
      from: { tag: 'schemaDatasource', files, configDir: this.files.folder },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: true,
      filters: FILTERS,
    });
    return exitCode === 0 ? undefined : (stdout ?? '');
  }
}
