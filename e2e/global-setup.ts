import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { POSTGRES_VARIABLE, TEMPLATE } from './databases';

interface EmbeddedPostgres {
  url(): string;
  ensureDatabase(name: string): Promise<string>;
  stop(): Promise<void>;
}

interface EmbeddedPostgresModule {
  EmbeddedPostgres: { start(folder: string, options: { fast: boolean }): Promise<EmbeddedPostgres> };
}

interface MigrationsModule {
  deployMigrations(url: string, folder: string): Promise<unknown>;
}

const PROJECT = path.resolve(import.meta.dirname, '..');

const built = (name: string): Promise<unknown> => import(pathToFileURL(path.join(PROJECT, 'backend/dist/database', name)).href);

/** One Postgres for all specs, with one migrated database that `databases.ts` copies: making both takes longer than many a journey. */
export default async function startPostgres(): Promise<() => Promise<void>> {
  const { EmbeddedPostgres } = (await built('embedded-postgres.js')) as EmbeddedPostgresModule;
  const { deployMigrations } = (await built('deploy-migrations.js')) as MigrationsModule;
  const folder = await mkdtemp(path.join(tmpdir(), 'hearth-e2e-postgres-'));
  const postgres = await EmbeddedPostgres.start(folder, { fast: true });
  await deployMigrations(await postgres.ensureDatabase(TEMPLATE), path.join(PROJECT, 'prisma'));
  process.env[POSTGRES_VARIABLE] = postgres.url();
  return async () => {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
