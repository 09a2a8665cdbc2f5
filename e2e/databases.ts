import { randomUUID } from 'node:crypto';
import pg from 'pg';

export const POSTGRES_VARIABLE = 'HEARTH_E2E_POSTGRES';
export const TEMPLATE = 'hearth_template';

/** The url of a database with all migrations and no rows. It goes with the Postgres of the run. */
export async function freshDatabase(): Promise<string> {
  const url = new URL(process.env[POSTGRES_VARIABLE] ?? '');
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    const name = `journey_${randomUUID().replaceAll('-', '')}`;
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE} STRATEGY FILE_COPY`);
    url.pathname = `/${name}`;
    return url.href;
  } finally {
    await client.end();
  }
}
