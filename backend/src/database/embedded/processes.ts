import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

const isLinux = process.platform === 'linux';

/** Names the place in which process ids mean something: this boot and this container, or, where that is unknown, this host. */
export function processSpace(): string {
  if (!isLinux) return hostname();
  return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${readlinkSync('/proc/self/ns/pid')}`;
}

/** When the process began, in a form that only serves for comparison, or undefined if it does not run. */
export function processStart(pid: number): string | undefined {
  return isLinux ? linuxProcessStart(pid) : psField(pid, 'lstart=');
}

/** The process's whole command line, or undefined if it does not run. */
export function processCommand(pid: number): string | undefined {
  if (!isLinux) return psField(pid, 'args=');
  return readProc(pid, 'cmdline')?.replaceAll('\0', ' ');
}

export function isRunning(pid: number): boolean {
  return processStart(pid) !== undefined;
}

/** Signals a process that may have ended in the meantime. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It has ended: what the signal was for is done.
  }
}

function linuxProcessStart(pid: number): string | undefined {
  // The second field is the program's name in brackets and may itself hold brackets and spaces.
  const fields = readProc(pid, 'stat')?.split(') ').at(-1)?.split(' ');
  const isZombie = fields?.[0] === 'Z';
  return isZombie ? undefined : fields?.[19];
}

function readProc(pid: number, file: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return undefined;
  }
}

function psField(pid: number, field: string): string | undefined {
  try {
    return (
      execFileSync('ps', ['-o', field, '-p', String(pid)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim() || undefined
    );
  } catch {
    return undefined;
  }
}
