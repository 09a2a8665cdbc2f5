import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { errorCode } from '../../config/error-code.js';
import { StartupError } from '../../config/startup-error.js';
import { processSpace, processStart } from './processes.js';

const HEARTBEAT_MS = 2_000;
const SILENT_AFTER_MS = 3 * HEARTBEAT_MS;

const owner = z.object({ pid: z.int(), started: z.string(), space: z.string() });

export interface FolderLock {
  release(): void;
}

/**
 * Takes a folder for this process alone, so that two Hearths never run a Postgres on the same data. The lock of a process that
 * was killed is taken over at once; that of another container or machine on a shared folder, whose process ids mean
 * nothing here, after it has been silent for some seconds.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const file = path.join(folder, 'hearth.lock');
  const content = JSON.stringify({ pid: process.pid, started: processStart(process.pid) ?? '', space: processSpace() });
  while (!createWhole(file, content)) {
    if (await isHeld(file)) {
      throw new StartupError(`Another Hearth is running on ${folder}: stop it first, or set DATA_DIR to another folder.`);
    }
    removeStale(file);
  }
  const heartbeat = setInterval(() => touch(file), HEARTBEAT_MS).unref();
  return {
    release: () => {
      clearInterval(heartbeat);
      rmSync(file, { force: true });
    },
  };
}

/** Creates the file with its content in one step; false if it is there already. */
function createWhole(file: string, content: string): boolean {
  const draft = `${file}.${randomUUID()}`;
  try {
    writeFileSync(draft, content);
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

async function isHeld(file: string): Promise<boolean> {
  const holder = readHolder(file);
  if (!holder) return false;
  if (holder.space === processSpace()) return processStart(holder.pid) === holder.started;
  // Whether clocks agree is unknown, so only a change of the time that is seen to happen counts as a sign of life.
  const before = modified(file);
  for (let waited = 0; waited < SILENT_AFTER_MS; waited += HEARTBEAT_MS / 4) {
    await sleep(HEARTBEAT_MS / 4);
    if (modified(file) !== before) return true;
  }
  return false;
}

function readHolder(file: string): z.infer<typeof owner> | undefined {
  try {
    return owner.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    // Gone, or cut short by a power failure: in both cases nobody holds it.
    return undefined;
  }
}

/** Renaming first makes sure that of two starts that both found the lock stale only one removes it. */
function removeStale(file: string): void {
  const aside = `${file}.${randomUUID()}`;
  try {
    renameSync(file, aside);
    rmSync(aside);
  } catch {
    // The other start was quicker.
  }
}

function modified(file: string): number | undefined {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs;
}

function touch(file: string): void {
  try {
    utimesSync(file, new Date(), new Date());
  } catch {
    // A full or vanished disk must not end the process here; what writes data reports it.
  }
}
