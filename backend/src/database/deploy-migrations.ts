import { createHash } from 'node:crypto';
import pg from 'pg';
import { StartupError } from '../config/startup-error.js';
import { Migrator } from './migrator.js';
import { MigrationFiles } from './migrations/migration-files.js';
import { SCRIPT_LOCK } from './migrations/schema-engine.js';

/** An arbitrary number that nothing else in the database locks. */
const DEPLOY_LOCK = 4_867_001;

interface AppliedMigration {
  name: string;
  checksum: string;
}

/**
 * Brings the database to the state that this version needs, once, even when several nodes start together. Returns the names of the
 * migrations that it applied.
 */
export async function deployMigrations(url: string, prismaFolder: string): Promise<string[]> {
  const files = new MigrationFiles(prismaFolder);
  const client = new pg.Client({ connectionString: url });
  // A connection that breaks also fails the query that waits on it; without a listener it would end the process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [DEPLOY_LOCK]);
    await forgetUnfinished(client);
    return (await isUpToDate(client, files)) ? [] : await deploy(url, files);
  } finally {
    await client.end();
  }
}

/** Tells without loading the engine whether there is nothing to do; throws a StartupError for what it must not touch. */
async function isUpToDate(client: pg.Client, files: MigrationFiles): Promise<boolean> {
  const applied = await appliedMigrations(client);
  const names = await files.names();
  for (const migration of applied) {
    if (!names.includes(migration.name)) {
      throw new StartupError(
        `The database was made by a newer Hearth (it has migration ${migration.name}): install that version or a later one.`,
      );
    }
    const checksum = createHash('sha256')
      .update(await files.script(migration.name))
      .digest('hex');
    if (checksum !== migration.checksum) {
      throw new StartupError(`Migration ${migration.name} was changed after it was applied: restore its file under prisma/migrations.`);
    }
  }
  return applied.length === names.length;
}

/** A migration that failed, or whose Hearth was killed in the middle, has left nothing behind and is tried again. */
async function forgetUnfinished(client: pg.Client): Promise<void> {
  if (!(await hasMigrationsTable(client))) return;
  await client.query('SELECT pg_advisory_lock($1)', [SCRIPT_LOCK]);
  await client.query('UPDATE _prisma_migrations SET rolled_back_at = now() WHERE finished_at IS NULL AND rolled_back_at IS NULL');
  await client.query('SELECT pg_advisory_unlock($1)', [SCRIPT_LOCK]);
}

async function appliedMigrations(client: pg.Client): Promise<AppliedMigration[]> {
  if (!(await hasMigrationsTable(client))) return [];
  const select = 'SELECT migration_name AS name, checksum FROM _prisma_migrations WHERE rolled_back_at IS NULL';
  return (await client.query<AppliedMigration>(select)).rows;
}

async function hasMigrationsTable(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ exists: boolean }>(`SELECT to_regclass('_prisma_migrations') IS NOT NULL AS exists`);
  return rows[0]?.exists ?? false;
}

async function deploy(url: string, files: MigrationFiles): Promise<string[]> {
  const migrator = await Migrator.open(url, files);
  try {
    return await migrator.deploy();
  } finally {
    await migrator.close();
  }
}
