import pg from 'pg';
import { errorCode } from '../config/error-code.js';
import { StartupError } from '../config/startup-error.js';

const OLDEST_VERSION = 16;

/** Opens a database that somebody else runs, or throws a StartupError that says what to do. */
export async function checkConnection(url: string): Promise<void> {
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
