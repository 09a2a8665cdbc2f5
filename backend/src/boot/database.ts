import path from 'node:path';
import pg from 'pg';
import type { AppConfig } from '../config/app-config.js';
import { errorCode } from '../config/error-code.js';
import { StartupError } from '../config/startup-error.js';
import { EmbeddedPostgres } from '../database/embedded-postgres.js';
import { complain } from './output.js';
import type { Shutdown } from './shutdown.js';

const OLDEST_VERSION = 16;

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

async function checkConnection(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ version: number }>(`SELECT current_setting('server_version_num')::int / 10000 AS version`);
    const version = rows[0]?.version ?? 0;
    if (version < OLDEST_VERSION) {
      throw new StartupError(`DATABASE_URL leads to Postgres ${version}: use Postgres ${OLDEST_VERSION} or newer.`);
    }
  } catch (error) {
    throw error instanceof StartupError ? error : explain(error);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The message of the driver names host and user, never the password. */
function explain(error: unknown): StartupError {
  const said = error instanceof Error && error.message ? error.message : (errorCode(error) ?? 'no answer');
  const advice = {
    '28P01': 'correct its user and password',
    '28000': 'correct its user, or let that user in',
    '3D000': 'create that database, or correct its name',
  }[errorCode(error) ?? ''];
  return new StartupError(
    `The database of DATABASE_URL cannot be opened (${said}): ${advice ?? 'start it, or correct its host and port'}.`,
    {
      cause: error,
    },
  );
}
