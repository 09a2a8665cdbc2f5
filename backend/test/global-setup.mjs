import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
// Jest does not resolve TypeScript here, so this runs on the built backend.
import { projectRoot } from '../dist/config/project-root.js';
import { deployMigrations } from '../dist/database/deploy-migrations.js';
import { EmbeddedPostgres } from '../dist/database/embedded-postgres.js';

/** One Postgres for all medium tests, with one migrated database that `template-database.ts` copies. */
export default async function startPostgres() {
  const folder = await mkdtemp(path.join(tmpdir(), 'hearth-medium-'));
  const postgres = await EmbeddedPostgres.start(folder, { fast: true });
  await deployMigrations(await postgres.ensureDatabase('hearth_template'), path.join(projectRoot, 'prisma'));
  process.env.HEARTH_TEST_POSTGRES_URL = postgres.url();
  globalThis.stopPostgres = async () => {
    await postgres.stop();
    await rm(folder, { recursive: true });
  };
}
