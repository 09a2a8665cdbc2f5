// Development commands for migrations, on the built backend: node scripts/run.mjs migrate:create NAME, migrate:status, migrate:drift.
// Without DATABASE_URL they use a throwaway Postgres.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { EmbeddedPostgres } from '../backend/dist/database/embedded-postgres.js';
import { MigrationFiles } from '../backend/dist/database/migrations/migration-files.js';
import { Migrator } from '../backend/dist/database/migrator.js';
import { fromRoot } from './lib/paths.mjs';

const [action, name] = process.argv.slice(2);
const actions = { create, status, drift };

process.exitCode = await withDatabase(async (url) => {
  const migrator = await Migrator.open(url, new MigrationFiles(fromRoot('prisma')));
  try {
    return await actions[action](migrator);
  } finally {
    await migrator.close();
  }
});

async function create(migrator) {
  if (!/^[a-z0-9_]+$/.test(name ?? '')) {
    console.error('Name the migration in small letters, digits and underscores: node scripts/run.mjs migrate:create add_pins');
    return 1;
  }
  const made = await migrator.create(name);
  console.log(
    made
      ? `Wrote prisma/migrations/${made}/migration.sql: read it before you commit it.`
      : 'schema.prisma has no change that a migration lacks.',
  );
  return 0;
}

async function status(migrator) {
  const { history, failedMigrationNames, editedMigrationNames } = await migrator.status();
  for (const name of failedMigrationNames) console.log(`failed   ${name}`);
  for (const name of editedMigrationNames) console.log(`changed after it was applied   ${name}`);
  for (const name of history?.unappliedMigrationNames ?? []) console.log(`not applied   ${name}`);
  for (const name of history?.unpersistedMigrationNames ?? []) console.log(`unknown to this version   ${name}`);
  if (!history && failedMigrationNames.length + editedMigrationNames.length === 0) console.log('The database is up to date.');
  return 0;
}

async function drift(migrator) {
  const sql = await migrator.drift();
  if (sql === undefined) return 0;
  console.error(`prisma/schema.prisma and prisma/migrations differ; node scripts/run.mjs migrate:create NAME would write:\n\n${sql}`);
  return 1;
}

async function withDatabase(use) {
  if (process.env.DATABASE_URL) return use(process.env.DATABASE_URL);
  const folder = await mkdtemp(path.join(tmpdir(), 'hearth-migrate-'));
  const postgres = await EmbeddedPostgres.start(folder, { fast: true });
  try {
    return await use(await postgres.ensureDatabase('hearth'));
  } finally {
    await postgres.stop();
    await rm(folder, { recursive: true });
  }
}
