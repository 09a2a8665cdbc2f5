import { spawnSync } from 'node:child_process';
import { lchownSync, lstatSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

const NOBODY = 65534;
const DIE_WITH_PARENT = ['--pdeathsig', 'INT'];

/** How a program of Postgres is run: under a user that is not root, and so that it does not outlive this process. */
export interface Launcher {
  /** What comes before the program's own command line. */
  prefix: string[];
  /** Whether the prefix is a process of its own that ends the program when its standard input closes. */
  keeper: boolean;
  uid?: number;
  gid?: number;
}

/**
 * Runs a program until it ends or until standard input, a pipe from Hearth, closes: then Hearth is gone, and the program is asked
 * to end too. For systems without `setpriv --pdeathsig`, where the kernel does this.
 */
export const KEEPER = `
exec 3<&0
"$@" 3<&- </dev/null & program=$!
(read -r _ <&3; kill -INT $program) 2>/dev/null & watcher=$!
wait $program; code=$?
kill $watcher 2>/dev/null
exit $code`;

/**
 * Postgres refuses to run as root. So root runs it as the user who owns the data; where that is root itself, in a user
 * namespace in which root has another number; and where namespaces are forbidden, as `nobody`, who then becomes the owner.
 */
export function chooseLauncher(folder: string): Launcher {
  if (process.platform === 'win32') return { prefix: [], keeper: false };
  const isRoot = process.getuid?.() === 0;
  if (!succeeds(['setpriv', ...DIE_WITH_PARENT, 'true'])) {
    return { prefix: ['sh', '-c', KEEPER, 'sh'], keeper: true, ...(isRoot && handOver(folder)) };
  }
  return { prefix: [...(isRoot ? withoutRoot(folder) : ['setpriv']), ...DIE_WITH_PARENT], keeper: false };
}

/** A command line that ends in `setpriv`, to which more options may be added. */
function withoutRoot(folder: string): string[] {
  const namespace = ['unshare', '--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`];
  if (statSync(folder).uid === 0 && succeeds([...namespace, 'true'])) return [...namespace, 'setpriv'];
  const { uid, gid } = handOver(folder);
  const user = ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups'];
  // The folders above the data, and the programs, may be closed to that user: let Postgres pass as root would. The secure bit
  // lets `access`, by which initdb looks for its programs, tell the same as opening them would.
  const passing = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override', '--securebits=+no_setuid_fixup'];
  return succeeds([...user, ...passing, 'true']) ? [...user, ...passing] : user;
}

/** Gives the folder and all in it to the folder's owner, or to `nobody` if that is root. */
function handOver(folder: string): { uid: number; gid: number } {
  const { uid, gid } = statSync(folder);
  const heir = uid === 0 ? { uid: NOBODY, gid: NOBODY } : { uid, gid };
  changeOwner(folder, heir);
  return heir;
}

function changeOwner(target: string, heir: { uid: number; gid: number }): void {
  const info = lstatSync(target);
  if (info.uid !== heir.uid) lchownSync(target, heir.uid, heir.gid);
  if (!info.isDirectory()) return;
  for (const name of readdirSync(target)) changeOwner(path.join(target, name), heir);
}

function succeeds([command = '', ...args]: string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}
