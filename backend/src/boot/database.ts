import path from 'node:path';
import type { AppConfig } from '../config/app-config.js';
import { checkConnection } from '../database/check-connection.js';
import { EmbeddedPostgres } from '../database/embedded-postgres.js';
import { complain } from './output.js';
import type { Shutdown } from './shutdown.js';

/** The url of the database that DATABASE_URL names, or of the embedded one, which is started. */
export async function openDatabase(config: AppConfig, shutdown: Shutdown): Promise<string> {
  if (!config.databaseUrl) return startEmbedded(config, shutdown);
  await checkConnection(config.databaseUrl);
  return config.databaseUrl;
}

async function startEmbedded(config: AppConfig, shutdown: Shutdown): Promise<string> {
  const postgres = await EmbeddedPostgres.start(path.join(config.dataDir, 'postgres'), {
    onRestart: () => complain('Postgres ended unexpectedly and was started again.'),
    onGone: (reason) => {
      complain(reason.message);
      void shutdown.exit(1);
    },
  });
  shutdown.add(() => postgres.stop());
  return postgres.ensureDatabase('hearth');
}
