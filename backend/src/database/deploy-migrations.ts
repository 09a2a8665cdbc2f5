import { createHash } from 'node:crypto';
import pg from 'pg';
import { StartupError } from '../config/startup-error.js';
import { Migrator } from './migrator.js';
import { MigrationFiles } from './migrations/migration-files.js';

/** An arbitrary number that nothing else in the database locks. */
const DEPLOY_LOCK = 4_867_001;

interface AppliedMigration {
  name: string;
  checksum: string;
  isFinished: boolean;
}

/**
 * Brings the database to the state that this version needs, once, even when several nodes start together. Returns the names of the
 * migrations that it applied.
 */
export async function deployMigrations(url: string, prismaFolder: string): Promise<string[]> {
  const files = new MigrationFiles(prismaFolder);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [DEPLOY_LOCK]);
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
    if (!migration.isFinished) {
      throw new StartupError(`Migration ${migration.name} failed earlier: restore the database from a backup, then start again.`);
    }
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

async function appliedMigrations(client: pg.Client): Promise<AppliedMigration[]> {
  const table = await client.query<{ oid: string | null }>(`SELECT to_regclass('_prisma_migrations') AS oid`);
  if (!table.rows[0]?.oid) return [];
  const { rows } = await client.query<AppliedMigration>(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS "isFinished" FROM _prisma_migrations WHERE rolled_back_at IS NULL`,
  );
  return rows;
}

async function deploy(url: string, files: MigrationFiles): Promise<string[]> {
  const migrator = await Migrator.open(url, files);
  try {
    return await migrator.deploy();
  } finally {
    await migrator.close();
  }
}
