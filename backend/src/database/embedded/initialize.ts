import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { StartupError } from '../../config/startup-error.js';
import { POSTGRES_MAJOR, postgresBinary } from './binaries.js';
import { explainFailure } from './failure.js';
import { chooseLauncher, type Launcher } from './launcher.js';

export const SUPERUSER = 'hearth';

export interface Cluster {
  /** The folder with Postgres's files. */
  data: string;
  password: string;
  launcher: Launcher;
}

/** Opens the database files under `folder`, or makes new ones. */
export function openCluster(folder: string, fast: boolean): Cluster {
  const data = path.join(folder, 'data');
  const password = openPassword(path.join(folder, 'password'), existsSync(data));
  const launcher = chooseLauncher(folder);
  if (existsSync(data)) {
    refuseOtherVersion(data);
    // Copying a folder, as for a backup, may open it to others, which Postgres refuses.
    chmodSync(data, 0o700);
  } else {
    createCluster(folder, data, launcher, fast);
  }
  return { data, password, launcher };
}

function openPassword(file: string, needed: boolean): string {
  if (!existsSync(file)) {
    if (needed) throw new StartupError(`${file} is missing: put it back from a backup, since the database opens with this password only.`);
    writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600, flush: true });
  }
  return readFileSync(file, 'utf8').trim();
}

function refuseOtherVersion(data: string): void {
  const version = readFileSync(path.join(data, 'PG_VERSION'), 'utf8').trim();
  if (version === POSTGRES_MAJOR) return;
  throw new StartupError(
    `${data} was made by Postgres ${version} and this Hearth brings Postgres ${POSTGRES_MAJOR}: start the Hearth that made it, or set DATA_DIR to another folder.`,
  );
}

/** Makes the files under another name and renames them when complete, so that a cut never leaves half of them. */
function createCluster(folder: string, data: string, launcher: Launcher, fast: boolean): void {
  for (const name of readdirSync(folder)) if (name.startsWith('data.new')) rmSync(path.join(folder, name), { recursive: true });
  const draft = `${data}.new`;
  const [command = '', ...args] = [
    ...launcher.prefix,
    postgresBinary('initdb'),
    `--pgdata=${draft}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${path.join(folder, 'password')}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--lc-messages=C',
    ...(fast ? ['--no-sync'] : []),
  ];
  const { uid, gid } = launcher;
  const result = spawnSync(command, args, { uid, gid, encoding: 'utf8', stdio: ['pipe', 'pipe', 'pipe'] });
  if (result.status !== 0) throw explainFailure(folder, result.stderr);
  renameSync(draft, data);
}
